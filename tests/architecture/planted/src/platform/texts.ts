export const defineTexts = (namespace: string, sources: object) => ({ namespace, sources });
