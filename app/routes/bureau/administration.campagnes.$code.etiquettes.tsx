import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Agent } from '#domain/acces/droits'
import { COULEURS_ETIQUETTE } from '#domain/etiquette/etiquette'
import { LIBELLE_REFUS_ETIQUETTE } from '#libelles/etiquette/etiquette'
import { etiquettesCampagne } from '#queries/etiquette/etiquettes-campagne'
import { EtiquettesCampagne } from '#ui/etiquette/etiquettes-campagne'
import { PageError } from '#ui/kit/page-error/page-error'
import {
  ajouterEtiquette,
  archiverEtiquette,
  deplacerEtiquette,
  modifierEtiquette,
  reprendreEtiquette,
} from '#usecases/etiquette/regler-etiquettes'
import { agentAction, agentLoader } from '#web/agent-route'
import type { DepsWeb } from '#web/deps'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => ({
  etiquettes: await etiquettesCampagne(deps.db, params.code),
}))

const saisie = { nom: z.string().max(200).default(''), couleur: z.enum(COULEURS_ETIQUETTE, 'Choisissez une couleur.') }
const visee = { etiquetteId: z.uuid(), version: z.coerce.number().int().min(0) }

const EtiquetteForm = z.union([
  sansVersion('It makes something new.', z.object({ intent: z.literal('ajouter'), ...saisie })),
  z.object({ intent: z.literal('modifier'), ...visee, ...saisie }),
  z.object({ intent: z.literal('archiver'), ...visee }),
  z.object({ intent: z.literal('reprendre'), ...visee }),
  z.object({ intent: z.literal('monter'), ...visee }),
  z.object({ intent: z.literal('descendre'), ...visee }),
])

type Form = z.infer<typeof EtiquetteForm>

const FAIT: Record<Form['intent'], string> = {
  ajouter: 'Étiquette ajoutée.',
  modifier: 'Étiquette modifiée.',
  archiver: 'Étiquette archivée\u00a0: elle reste sur les dossiers où elle est.',
  reprendre: 'Étiquette de nouveau proposée.',
  monter: 'Étiquette déplacée.',
  descendre: 'Étiquette déplacée.',
}

function faire(deps: DepsWeb, agent: Agent, code: string, form: Form) {
  switch (form.intent) {
    case 'ajouter':
      return ajouterEtiquette(deps, agent, { code, nom: form.nom, couleur: form.couleur })
    case 'modifier': {
      const { intent: _, ...voulue } = form
      return modifierEtiquette(deps, agent, { code, ...voulue })
    }
    case 'archiver':
      return archiverEtiquette(deps, agent, { code, etiquetteId: form.etiquetteId, version: form.version })
    case 'reprendre':
      return reprendreEtiquette(deps, agent, { code, etiquetteId: form.etiquetteId, version: form.version })
    case 'monter':
    case 'descendre': {
      const { intent, ...vise } = form
      return deplacerEtiquette(deps, agent, { code, ...vise, sens: intent === 'monter' ? 'MONTER' : 'DESCENDRE' })
    }
  }
}

export const action = agentAction(
  { params: { code }, form: EtiquetteForm },
  async ({ agent, deps, params, form, refuser }) => {
    const answer = await faire(deps, agent, params.code, form)
    if (!answer.ok) {
      const duNom = 'nom' in form && answer.reason !== 'CAMPAGNE_ARCHIVEE'
      return refuser(LIBELLE_REFUS_ETIQUETTE[answer.reason], duNom ? 'nom' : undefined)
    }
    const texte = FAIT[form.intent]
    return redirectWithToast(`/administration/campagnes/${params.code}/etiquettes`, { texte, genre: 'success' })
  },
)

export default function EtiquettesDeCampagne() {
  const { etiquettes } = useLoaderData<typeof loader>()
  return <EtiquettesCampagne etiquettes={etiquettes} />
}

export { PageError as ErrorBoundary }
