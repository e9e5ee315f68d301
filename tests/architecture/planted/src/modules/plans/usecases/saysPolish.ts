export const bad = (name: string) => `Zgłoszenie od ${name} przyjęte`;
