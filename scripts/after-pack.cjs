// electron-builder copies the Electron folder that it is given with everything in it. Two files there
// are for development only: the program that starts unpacked apps, and the version that the npm
// package looks for.
const { rmSync } = require('node:fs');
const path = require('node:path');

/** @param {{ appOutDir: string }} context */
exports.default = async ({ appOutDir }) => {
  for (const file of ['resources/default_app.asar', 'version']) {
    rmSync(path.join(appOutDir, file), { force: true });
  }
};
