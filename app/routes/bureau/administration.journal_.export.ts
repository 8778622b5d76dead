import { compter } from '#domain/nombre'
import { jourDeParis } from '#domain/temps/jour'
import { exportJournal } from '#queries/journal/export-journal'
import { CriteresJournal, EXPORT_DIRECT } from '#queries/journal/page-journal'
import { agentLoader } from '#web/agent-route'
import { contentDisposition } from '#web/downloads'
import { redirectWithToast } from '#web/toast'

/** The entries that are looked for, as a file. */
export const loader = agentLoader(
  { droit: 'journal.chercher', search: CriteresJournal },
  async ({ deps, now, search }) => {
    const csv = await exportJournal(deps.db, search)
    if (csv === null)
      return redirectWithToast('/administration/journal', {
        texte: `Plus de ${compter(EXPORT_DIRECT, 'entrée')} répondent\u00a0: précisez la recherche, par un acte ou des dates.`,
        genre: 'warning',
      })
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': contentDisposition(`journal-${jourDeParis(now)}.csv`),
        'Cache-Control': 'private, no-store',
      },
    })
  },
)
