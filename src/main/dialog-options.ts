import { basename } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import { z } from 'zod';
import type { NotificationRequest, OpenFileRequest, SaveFileRequest } from '../preload/bridge.ts';

/** Larger files are no workspace and no message; reading one whole would only freeze the program. */
export const largestFile = 16 * 1024 * 1024;

const extension = z.string().regex(/^[A-Za-z0-9]{1,16}$/, 'a file extension without its dot');
const fileKind = z.strictObject({ name: z.string().min(1).max(100), extensions: z.array(extension).min(1).max(20) });

export const openFileRequest: z.ZodType<OpenFileRequest> = z.strictObject({ filters: z.array(fileKind).max(20) });
export const saveFileRequest: z.ZodType<SaveFileRequest> = z.strictObject({
  name: z.string().min(1).max(255),
  text: z.string().max(largestFile),
});
export const badgeCount = z.number().int().min(0).max(99_999);
export const notificationRequest: z.ZodType<NotificationRequest> = z.strictObject({
  title: z.string().max(1000),
  body: z.string().max(10_000),
});

export function openDialogOptions(request: OpenFileRequest): OpenDialogOptions {
  const filters = request.filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
  return { properties: ['openFile'], filters };
}

/**
 * Only the last part of the proposed name is used: the page proposes how a file is called, the user decides where it lies.
 * Backslashes separate folders on Windows and are odd everywhere else.
 */
export function saveDialogOptions(request: SaveFileRequest): SaveDialogOptions {
  const name = basename(request.name.replaceAll('\\', '/'));
  const suffix = /\.([A-Za-z0-9]{1,16})$/.exec(name)?.[1];
  const filters = suffix ? [{ name: suffix.toUpperCase(), extensions: [suffix] }] : [];
  return { defaultPath: name, filters };
}
