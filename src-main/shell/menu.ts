import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The native menu: what makes copy, paste and zoom work by keyboard. Undo and redo are left to the page, which
 * undoes text in a field and commands elsewhere.
 */
export function buildMenu(): Menu {
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
    ],
  };
  const first: MenuItemConstructorOptions =
    process.platform === 'darwin'
      ? { role: 'appMenu' }
      : { label: 'File', submenu: [{ role: 'quit' }] };
  return Menu.buildFromTemplate([first, edit, view, { role: 'windowMenu' }]);
}
