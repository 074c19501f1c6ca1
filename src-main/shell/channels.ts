/** The channels between the shell and a page; the preload script uses the same. */
export const invokeChannel = 'acquaint:invoke';
export const changedChannel = 'acquaint:changed';
export const progressChannel = 'acquaint:progress';
export const closingChannel = 'acquaint:closing';
export const showTodayChannel = 'acquaint:show-today';
