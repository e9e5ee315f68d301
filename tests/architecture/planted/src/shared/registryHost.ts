export const bad = 'https://npm.registry.internal/left-pad';
