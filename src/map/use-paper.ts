import { onBeforeUnmount, onMounted } from 'vue';

/** Tells when the page goes to paper and comes back, and when a print preview is switched on by other means. */
export function usePaper({ before, after, changed }: { readonly before: () => void; readonly after: () => void; readonly changed: () => void }): MediaQueryList {
  const media = matchMedia('print');
  onMounted(() => {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media.addEventListener('change', changed);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    media.removeEventListener('change', changed);
  });
  return media;
}
