import type Forge from 'node-forge';

export type ForgeModule = typeof Forge;

/**
 * Loads node-forge when a certificate has to be made. It is large, and a start that finds all its files
 * does without it.
 */
export async function loadForge(): Promise<ForgeModule> {
  const module = await import('node-forge');
  return module.default;
}
