import { compter } from '#domain/nombre'
import { jourDeParis } from '#domain/temps/jour'
import { EXPORT_DIRECT_MAX } from '#domain/rapport/export'
import { exportJournal } from '#queries/rapport/export-journal'
import { CriteresJournal } from '#queries/rapport/entrees-journal'
import { demanderExportJournal } from '#usecases/rapport/exporter-journal'
import { agentAction, agentLoader } from '#web/agent-route'
import { contentDisposition } from '#web/downloads'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

const longue = `Plus de ${compter(EXPORT_DIRECT_MAX, 'entrée')} répondent\u00a0: demandez l’export depuis la page, il se prépare à part.`

/** The entries that are looked for, as a file; many are asked for, and prepared aside. */
export const loader = agentLoader(
  { droit: 'journal.chercher', search: CriteresJournal },
  async ({ deps, now, search }) => {
    const csv = await exportJournal(deps.db, search)
    if (csv === null) return redirectWithToast('/administration/journal', { texte: longue, genre: 'warning' })
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': contentDisposition(`journal-${jourDeParis(now)}.csv`),
        'Cache-Control': 'private, no-store',
      },
    })
  },
)

const ExportForm = sansVersion('It makes a new rapport.', CriteresJournal)

export const action = agentAction(
  { form: ExportForm, retour: () => '/administration/journal', refus: 'toast' },
  async ({ agent, deps, form }) => {
    await demanderExportJournal(deps, agent, form)
    return redirectWithToast('/rapports', { texte: 'L’export est demandé. Il se prépare ici.', genre: 'success' })
  },
)
