import { counted, day } from './common.ts';

/** Words of the lock: the screen before a locked book, the section in Settings, the recovery sheet. */
export const encryption = {
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  repeat: 'The same once more',
  advice: 'Eight characters at least. Four or five words that do not belong together are best.',
  tooShort: 'Eight characters at least.',
  differ: 'The two are not the same.',
  unlock: {
    title: 'Your book is locked',
    hint: 'It is encrypted on this computer. Type your passphrase to open it.',
    action: 'Unlock',
    noKeyFile:
      'The key file beside the book is missing. If a backup has it, the passphrase still works; otherwise put the file back, or use the recovery sheet.',
    forgotten: 'I have forgotten the passphrase',
    forgottenTitle: 'With the recovery sheet',
    forgottenHint:
      'Type the key from the sheet you saved or printed when you encrypted the book, and choose a new passphrase. Without the passphrase and without the sheet nobody can open the book, and neither can we: then only copies that you made before encrypting it are left.',
    recoveryKey: 'Recovery key',
    recover: 'Open with the recovery key',
    back: 'Back to the passphrase',
  },
  section: {
    title: 'Encryption',
    off: 'The book and its backups lie on the disk so that whoever gets at the files can read them. Under a passphrase they cannot, when the laptop is stolen, say.',
    turnOn: 'Encrypt the book…',
    turnOnAction: 'Encrypt the book and its backups',
    honest:
      'If you forget the passphrase and lose the recovery sheet, the book is lost for good. You are given the sheet in the next step.',
    on: 'The book and its backups are encrypted (AES-256). What you exported, or copied elsewhere yourself, is not.',
    lockNow: 'Lock now',
    change: 'Change the passphrase…',
    changeAction: 'Change the passphrase',
    changeHint:
      'The recovery sheet stays good. If somebody may know the old passphrase and have copied the files, turn encryption off and on again: that makes a new key.',
    sheet: 'Recovery sheet…',
    sheetAction: 'Show the recovery key',
    turnOff: 'Turn encryption off…',
    turnOffAction: 'Turn encryption off',
    turnOffHint: 'The book and its backups become readable again for whoever gets at the files.',
    cancel: 'Cancel',
    changed: 'The passphrase is changed.',
    turnedOff: 'The book and its backups are not encrypted any more.',
    left: (names: readonly string[]) =>
      `${counted(names.length, 'copy', 'copies')} could not be read and stayed as they are: ${names.join(', ')}.`,
    waiting: (folder: string) =>
      `${folder} cannot be reached. Its backups follow when the book is next opened with that disk.`,
    plainTitle: 'Some copies are not encrypted',
    plain: (names: readonly string[]) =>
      `These are damaged or cannot be written, and may hold plain text: ${names.join(', ')}.`,
    deletePlain: 'Delete these copies',
    after: 'Lock by itself',
    afterHint: 'Also whenever the computer sleeps or its screen is locked.',
    never: 'Never',
    minutes: (minutes: number) =>
      `After ${counted(minutes, 'minute', 'minutes')} without a key or the mouse`,
    keep: 'Open at the start without asking',
    keepHint:
      'Your system’s key store keeps the key. Whoever can use your account on this computer can then open the book.',
    keepAction: 'Keep the key',
    noStore: 'This system has no key store that Acquaint can use.',
    plainStore: 'This system’s key store would keep the key readable, so it is not used.',
  },
  recovery: {
    title: 'Your recovery sheet',
    hint: 'This key opens the book when the passphrase is forgotten, or its key file lost. Print it or save it to a stick, and keep it away from this computer. Whoever has it, and the file, can read the book.',
    save: 'Save as PDF…',
    print: 'Print',
    saved: (path: string) => `Saved: ${path}`,
    done: 'I have put it away',
    fileName: 'Acquaint recovery sheet.pdf',
    sheet: {
      title: 'Acquaint: recovery sheet',
      key: 'The recovery key, in groups of four letters and digits:',
      groups: 'Groups of the recovery key',
      book: (path: string) => `It opens this book and its backups: ${path}`,
      made: (today: string) =>
        `Printed on ${day(today)}. If encryption is turned off and on again, there is a new key: this sheet then opens the backups from before.`,
      use: 'If the passphrase is forgotten: open the book with Acquaint, choose “I have forgotten the passphrase”, and type the key. Capital or small letters, with or without hyphens, are all the same.',
      keep: 'Keep this sheet away from the computer. Whoever has it, and the file, can read the book.',
    },
  },
  copy: {
    title: 'Which passphrase is it under?',
    hint: 'This copy is encrypted, and not under the passphrase by which your book is open now: an earlier one, or the one of another computer.',
    label: 'Its passphrase, or the key of its recovery sheet',
    action: 'Go on',
    encrypted: 'Encrypted',
  },
  command: 'Lock the book',
};
