export const person = {
  title: 'Person',
  contact: {
    openHint: (kind: 'email' | 'phone' | 'url' | 'address', value: string): string =>
      kind === 'email' ? `Write to ${value}` : kind === 'phone' ? `Call ${value}` : `Open ${value}`,
  },
};
