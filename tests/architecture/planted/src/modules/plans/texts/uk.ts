export const uk = { title: 'План {{name}}', list: { open: 'Відкриті' } } as const;
