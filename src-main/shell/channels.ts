/** The channels between the shell and a page; the preload script uses the same. */
export const invokeChannel = 'acquaint:invoke';
export const changedChannel = 'acquaint:changed';
export const progressChannel = 'acquaint:progress';
/** Files were given on a command line: the page takes them by `shell.takeHandedFiles`. */
export const handedChannel = 'acquaint:handed';
export const closingChannel = 'acquaint:closing';
export const showTodayChannel = 'acquaint:show-today';
/** The book is about to be locked: the page answers by `shell.answerLocking`. */
export const lockingChannel = 'acquaint:locking';
