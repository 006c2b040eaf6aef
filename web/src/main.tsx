import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import './mantine.css';
import './styles.css';
import { createTheme, defaultVariantColorsResolver, MantineProvider } from '@mantine/core';
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { problemOf } from './api/client.js';
import { dropOldDrafts, hearForgotten } from './parts/drafts.js';
import { App } from './frame/app.js';
import { Notices } from './frame/notices.js';
import { LanguageProvider } from './text/language.js';
import { sayFaults } from './text/say-faults.js';
import { say } from './text/texts.js';

/** what a key opens is there with the key */
const AT_ONCE = { duration: 0 };
/** the dark theme's own tone, as its ground and cards have it in styles.css */
const DARK = ['#c9ced6', '#b6bec9', '#828d9b', '#66717f', '#3d4651', '#343b45', '#262d36', '#1b2027', '#181d23', '#14181d'] as const;
const theme = createTheme({
  colors: { dark: DARK },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontSizes: { xs: '12px', sm: '13.5px', md: '14px', lg: '16px', xl: '18px' },
  primaryColor: 'blue',
  primaryShade: 8,
  defaultRadius: 6,
  autoContrast: true,
  respectReducedMotion: true,
  // a button that stands among text has the colour of a link, in both themes
  variantColorResolver: (of) => {
    const colors = defaultVariantColorsResolver(of);
    return of.variant === 'subtle' && (of.color ?? of.theme.primaryColor) === 'blue' ? { ...colors, color: 'var(--lc-link)' } : colors;
  },
  components: {
    Modal: { defaultProps: { transitionProps: AT_ONCE } },
    Popover: { defaultProps: { transitionProps: AT_ONCE } },
    Combobox: { defaultProps: { transitionProps: AT_ONCE } },
    Notification: { defaultProps: { withCloseButton: false } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    FileInput: { defaultProps: { size: 'xs' } },
    RadioGroup: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { size: 'sm', tt: 'none', fw: 600 } },
  },
});
// what a key changed is drawn before the next key is heard, however fast it comes
notifyManager.setScheduler(queueMicrotask);
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (times, error) => times < 2 && problemOf(error).status === 0, refetchOnWindowFocus: true },
  },
});

dropOldDrafts();
addEventListener('storage', hearForgotten);
sayFaults(document, () => (document.documentElement.lang === 'en' ? 'en' : 'vi'), say);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notices />
      <QueryClientProvider client={client}>
        <LanguageProvider>
          {/* no transitions: between address and screen there must be no moment in which a key goes to the post before */}
          <BrowserRouter basename="/office" useTransitions={false}>
            <App />
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
