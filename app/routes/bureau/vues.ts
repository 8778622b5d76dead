import { z } from 'zod'
import { BANNETTES } from '#domain/bannette/vue-enregistree'
import { LIBELLE_REFUS_VUE } from '#libelles/bannette'
import { vuesEnregistrees } from '#queries/bannette/vues-enregistrees'
import { enregistrerVue } from '#usecases/bannette/enregistrer-vue'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

/** The views of a bannette, asked for when their menu is opened. */
export const loader = agentLoader(
  { droit: 'dossier.lire', search: z.object({ bannette: z.enum(BANNETTES).catch('dossiers') }) },
  async ({ agent, deps, search: { bannette } }) => ({ vues: await vuesEnregistrees(deps.db, agent, bannette) }),
)

const VueForm = sansVersion(
  'It keeps what is on the screen; the same name of the same agent is the same view.',
  z.object({
    bannette: z.enum(BANNETTES, 'Cette bannette n’existe pas.'),
    nom: z.string('Donnez un nom à cette vue.').max(200),
    recherche: z.string().max(3_000).default(''),
    partagee: z.string().optional(),
  }),
)

export const action = agentAction({ form: VueForm }, async ({ agent, deps, form, refuser }) => {
  const { partagee, ...saisie } = form
  const answer = await enregistrerVue(deps, agent, { ...saisie, partagee: partagee !== undefined })
  if (!answer.ok) return refuser(LIBELLE_REFUS_VUE[answer.reason], 'nom')
  const adresse = `/${form.bannette}${saisie.recherche ? `?${saisie.recherche}` : ''}`
  return redirectWithToast(adresse, { texte: 'Vue enregistrée.', genre: 'success' })
})
