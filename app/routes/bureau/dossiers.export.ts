import { z } from 'zod'
import { EXPORT_DIRECT_MAX, FORMATS_EXPORT } from '#domain/rapport/export'
import { estColonneDuService } from '#domain/champ-du-service/champ-en-adresse'
import { CHAMPS_DOSSIER } from '#domain/dossier/ligne-bannette'
import { compter } from '#domain/nombre'
import { choixDeColonnes } from '#domain/bannette/colonnes'
import { demanderExport, exporterDossiers } from '#usecases/rapport/exporter-dossiers'
import { agentAction, agentLoader } from '#web/agent-route'
import { sendTableau } from '#web/downloads'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

/** The list, by the parameters of its bannette, and to what it is written. */
const ExportSearch = z.record(z.string(), z.string()).transform(({ format, ...filtres }) => ({
  format: FORMATS_EXPORT.find((un) => un === format) ?? FORMATS_EXPORT[0],
  recherche: new URLSearchParams(filtres).toString(),
}))

/** The columns this officer has not hidden; a field of the service that is shown, or that orders or narrows the list, brings them all. */
function champsMontres(headers: Headers, recherche: string) {
  const { visibles } = choixDeColonnes(headers.get('Cookie'), 'dossiers')
  const dite = new URLSearchParams(recherche)
  const avecService =
    Object.entries(visibles).some(([champ, montree]) => montree && estColonneDuService(champ)) ||
    estColonneDuService(dite.get('sort') ?? '') ||
    dite.has('champ')
  return CHAMPS_DOSSIER.filter(
    (champ) => champ === 'numero' || visibles[champ] !== false || (champ === 'service' && avecService),
  )
}

/** What is on the screen, as a file: the filter, its order, the columns that are shown. */
export const loader = agentLoader(
  { droit: 'dossier.lire', search: ExportSearch },
  async ({ agent, deps, headers, search }) => {
    const answer = await exporterDossiers(deps, agent, { ...search, champs: champsMontres(headers, search.recherche) })
    if (answer.ok) return sendTableau(answer.value.nom, answer.value.contenu)
    const texte = `Plus de ${compter(EXPORT_DIRECT_MAX, 'ligne')}\u00a0: demandez l’export depuis la bannette, il se prépare à part.`
    throw await redirectWithToast(`/dossiers?${search.recherche}`, { texte, genre: 'warning' })
  },
)

const ExportForm = sansVersion(
  'It makes a new rapport.',
  z.object({ format: z.enum(FORMATS_EXPORT, 'Ce format n’existe pas.'), recherche: z.string().max(2_000).default('') }),
)

/** The same for a list that is too long to wait for. */
export const action = agentAction(
  { form: ExportForm, retour: () => '/dossiers', refus: 'toast' },
  async ({ agent, deps, headers, form }) => {
    await demanderExport(deps, agent, { ...form, champs: champsMontres(headers, form.recherche) })
    return redirectWithToast('/rapports', { texte: 'L’export est demandé. Il se prépare ici.', genre: 'success' })
  },
)
