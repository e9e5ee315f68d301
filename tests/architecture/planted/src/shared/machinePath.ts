export const bad = '/home/somebody/project';
