export async function doctor(_options: { audit?: true; json?: true }): Promise<void> {}
