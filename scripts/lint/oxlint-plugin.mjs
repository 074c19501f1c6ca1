// Brings import-rules.mjs into oxlint, so that editors and CI show the same sentence at the same place.
import path from 'node:path';
import { refuse } from './import-rules.mjs';

/**
 * The few parts of oxlint's (ESLint's) interface that are used here.
 * @typedef {{ type: string, value?: unknown }} Node
 * @typedef {Node & { source?: Node | null, importKind?: string, exportKind?: string,
 *   specifiers?: { importKind?: string, exportKind?: string }[] }} ModuleNode
 * @typedef {{ cwd: string, filename: string, report(problem: { node: Node, message: string }): void }} Context
 */

/**
 * Whether every name in it is a type, said once before the braces or at each.
 * @param {ModuleNode} node
 */
function isTypeOnly(node) {
  if ((node.importKind ?? node.exportKind) === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every(({ importKind, exportKind }) => (importKind ?? exportKind) === 'type')
  );
}

const importRules = {
  /** @param {Context} context */
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /**
     * @param {Node | null | undefined} source
     * @param {boolean} isType
     */
    const check = (source, isType) => {
      if (typeof source?.value !== 'string') return;
      const message = refuse({ file, specifier: source.value, isType });
      if (message !== null) context.report({ node: source, message });
    };
    /** @param {ModuleNode} node */
    const checkDeclaration = (node) => check(node.source, isTypeOnly(node));
    return {
      ImportDeclaration: checkDeclaration,
      ExportNamedDeclaration: checkDeclaration,
      ExportAllDeclaration: checkDeclaration,
      /** @param {ModuleNode} node */
      ImportExpression: (node) => check(node.source, false),
      /** @param {ModuleNode} node */
      TSImportType: (node) => check(node.source, true),
    };
  },
};

export default { meta: { name: 'acquaint' }, rules: { 'import-rules': importRules } };
