import { onScopeDispose } from 'vue';
import { foresee } from '../../composables/foresight.ts';
import { useOverview } from '../../composables/use-overview.ts';
import { flowQuestions } from '../../query/account.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { spanOf } from './span.ts';

/** Foresees the clicks on what carries `data-flow-from`, a snapshot the account can begin with: its account is asked while the pointer rests on it. */
export function useForeseenFrom(): void {
  const { opened, ask } = useOverview();
  const snapshots = useSnapshotStore();
  onScopeDispose(foresee('data-flow-from', (id) => JSON.stringify([id, opened.value.entry.id, ask.value.filters]), async (wanted) => {
    const [id] = JSON.parse(wanted) as [string];
    const { entry, rules, source } = opened.value;
    const { from, mid, to } = spanOf(snapshots.index, entry, rules.campaign.from, id);
    return from ? source.foresee(flowQuestions({ from: from.as_of, mid, to: to.as_of, filters: ask.value.filters })) : true;
  }));
}
