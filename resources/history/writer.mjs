// Writes the history's archive beside the program's main thread: rows come in batches, each is one commit. Plain
// JavaScript, since it runs as it is, from the sources and from the build alike.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const { file, length } = workerData;
const database = new DatabaseSync(file, { timeout: 5000 });
database.exec('PRAGMA synchronous = OFF');
const insert = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)');
const trim = database.prepare('DELETE FROM entry WHERE kind = ? AND n <= ?');

function write(rows) {
  database.exec('BEGIN IMMEDIATE');
  const newest = new Map();
  for (const { kind, n, channel, device, message, text, json } of rows) {
    insert.run(kind, n, channel, device, message, text, json);
    newest.set(kind, n);
  }
  for (const [kind, n] of newest) trim.run(kind, n - length);
  database.exec('COMMIT');
}

parentPort.on('message', (message) => {
  if (message.type === 'rows') {
    write(message.rows);
    parentPort.postMessage({ written: message.rows.length });
  } else if (message.type === 'forget') {
    for (const [kind, n] of message.below) trim.run(kind, n);
  } else {
    database.close();
    parentPort.close();
  }
});
