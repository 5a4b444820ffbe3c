import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createServices } from './app/create-services.ts';
import { followPreferences } from './app/follow-preferences.ts';
import { createI18n } from './i18n/setup.ts';
import './styles/app.css';

const services = createServices();
const i18n = createI18n(services.preferences.getState().language);
followPreferences(services.preferences, i18n);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App services={services} i18n={i18n} />
  </StrictMode>,
);
services.feed.start();
