import { useRouter } from 'vue-router';
import { useViewStore } from '../stores/view.ts';
import { useLinks } from './use-links.ts';

/** A site of the map or a list: once selects it, once more (or Enter on what is selected) opens its 项目档案. */
export function useOpenProject(): (id: string) => void {
  const views = useViewStore();
  const router = useRouter();
  const { to } = useLinks();
  return (id) => {
    if (views.view.selected === id) void router.push(to(`/project/${encodeURIComponent(id)}`));
    else views.set({ selected: id });
  };
}
