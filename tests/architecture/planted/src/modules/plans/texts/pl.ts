export const pl = { title: 'Plan {{name}}', list: { open: 'Otwarte', closed: 'Zamknięte' } } as const;
