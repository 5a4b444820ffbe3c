import { contextBridge, ipcRenderer } from 'electron';
import { channels, type DesktopBridge } from './bridge.ts';

/** A refusal by the main process belongs in the console: the two verbs without an answer have nowhere else to show it. */
const report = (error: unknown): void => console.error(error);

const bridge: DesktopBridge = {
  openFile: (request) => ipcRenderer.invoke(channels.openFile, request),
  saveFile: (request) => ipcRenderer.invoke(channels.saveFile, request),
  setBadge: (count) => {
    ipcRenderer.invoke(channels.setBadge, count).catch(report);
  },
  showNotification: (request) => {
    ipcRenderer.invoke(channels.showNotification, request).catch(report);
  },
};

contextBridge.exposeInMainWorld('desktop', bridge);
