import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LIBELLE_ETAPE_SEANCE, nomDeSeance } from '#libelles/seance/seance'
import { formatJour } from '#domain/temps/jour'
import {
  LIBELLE_REFUS_EXECUTOIRE,
  LIBELLE_REFUS_LISTE,
  LIBELLE_REFUS_REOUVERTURE,
  LIBELLE_REFUS_SEANCE,
  libelleRefusCloture,
  libelleRefusDeliberation,
} from '#libelles/seance/refus'
import { pageSeance } from '#queries/seance/page-seance'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { SeancePage } from '#ui/seance/seance-page'
import { cloreListe, rouvrirListe } from '#usecases/seance/clore-liste'
import { deplacerDansLaListe, retirerDeLaListe } from '#usecases/seance/composer-liste'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { modifierSeance } from '#usecases/seance/regler-seance'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { uuid } from '#web/params'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? nomDeSeance(data.seance) : 'Séance'} – MCEI` },
]

export const loader = agentLoader(
  {
    droit: 'seance.lire',
    params: { id: uuid('seance') },
    search: z.object({ ligne: z.string().nullable().default(null) }),
  },
  async ({ agent, deps, params: { id }, search: { ligne } }) => ({
    seance: await pageSeance(deps.db, agent, { id, now: deps.now() }),
    ligne,
  }),
)

const version = z.coerce.number().int().min(0)
const ligneId = z.uuid()
const jour = jourDuForm('Donnez un jour.')

const SeanceForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('modifier'), version, jour, cloture: jour, intitule: z.string().max(500).default('') }),
  z.object({ intent: z.literal('deplacer'), version, ligneId, rang: z.coerce.number('Donnez un rang.').int() }),
  z.object({ intent: z.literal('retirer'), version, ligneId }),
  z.object({ intent: z.literal('clore'), version }),
  z.object({ intent: z.literal('rouvrir'), version }),
  z.object({ intent: z.literal('deliberer'), version, le: jour }),
  z.object({ intent: z.literal('rendreExecutoire'), version, le: jour }),
])

/** The acts on the list of a séance and on its délibération; its votes are entered beside (commissions.$id_.votes). */
export const action = agentAction(
  { params: { id: uuid('seance') }, form: SeanceForm, retour: ({ id }) => `/commissions/${id}` },
  async ({ agent, deps, params: { id }, form, refuser }) => {
    const vise = { id, version: form.version }
    const deLigne = { seanceId: id, version: form.version }
    const fait = redirect(`/commissions/${id}`)
    switch (form.intent) {
      case 'modifier': {
        const answer = await modifierSeance(deps, agent, { ...vise, ...form })
        return answer.ok ? fait : refuser(LIBELLE_REFUS_SEANCE[answer.reason])
      }
      case 'deplacer': {
        const answer = await deplacerDansLaListe(deps, agent, { ...deLigne, ligneId: form.ligneId, rang: form.rang })
        return answer.ok ? fait : refuser(LIBELLE_REFUS_LISTE[answer.reason])
      }
      case 'retirer': {
        const answer = await retirerDeLaListe(deps, agent, { ...deLigne, ligneId: form.ligneId })
        return answer.ok ? fait : refuser(LIBELLE_REFUS_LISTE[answer.reason])
      }
      case 'clore': {
        const answer = await cloreListe(deps, agent, vise)
        return answer.ok ? fait : refuser(libelleRefusCloture(answer))
      }
      case 'rouvrir': {
        const answer = await rouvrirListe(deps, agent, vise)
        return answer.ok ? fait : refuser(LIBELLE_REFUS_REOUVERTURE[answer.reason])
      }
      case 'deliberer': {
        const answer = await deliberer(deps, agent, { ...vise, le: form.le })
        return answer.ok ? fait : refuser(libelleRefusDeliberation(answer), 'le')
      }
      case 'rendreExecutoire': {
        const answer = await rendreExecutoire(deps, agent, { ...vise, executoireLe: form.le })
        return answer.ok ? fait : refuser(LIBELLE_REFUS_EXECUTOIRE[answer.reason], 'le')
      }
    }
  },
)

export default function Seance() {
  const { seance, ligne } = useLoaderData<typeof loader>()
  const dit = `${LIBELLE_ETAPE_SEANCE[seance.etape]} · dernier jour de la liste\u00a0: ${formatJour(seance.cloture)}`
  return (
    <SeancePage
      seance={seance}
      choisie={ligne}
      titre={nomDeSeance(seance)}
      dit={dit}
      reponse={useActionData<Reponse>()}
    />
  )
}

export { PageError as ErrorBoundary }
