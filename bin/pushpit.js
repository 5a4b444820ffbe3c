#!/usr/bin/env node
// The command `pushpit`. Needs Node 24; on an older Node it starts again on the one that the project brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const wantedMajor = 24;
const major = Number(process.versions.node.split('.')[0]);

function restartOnProjectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = join(root, 'node_modules', 'node', 'bin', name);
  if (!existsSync(node)) {
    console.error(
      `pushpit needs Node ${wantedMajor} or newer; this is ${process.versions.node}. Run "npm start" once: it installs it.`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

async function runHere() {
  // Keeps V8's compiled code between starts; not a named import, because Node 20 has no such export.
  module.enableCompileCache?.();
  const built = join(root, 'out', 'main', 'cli.js');
  const entry = existsSync(built) ? built : join(root, 'src', 'cli', 'index.ts');
  await import(pathToFileURL(entry).href);
}

if (major < wantedMajor) restartOnProjectNode();
else await runHere();
