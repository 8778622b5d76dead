import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LONGUEUR_MAX_CHAMP } from '#domain/pre-projet/champs'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { empechementInvitation } from '#domain/fil-rouge/fil-rouge'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_REFUS_SAISIE } from '#libelles/pre-projet/fiche'
import { notesDe } from '#queries/note/notes'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { instructionPreProjet } from '#queries/pre-projet/instruction-pre-projet'
import { filRougeDeLaFiche } from '#queries/fil-rouge/fil-rouge'
import { Notes } from '#ui/note/notes'
import { FicheAvis } from '#ui/pre-projet/fiche-avis'
import { FicheEcran } from '#ui/pre-projet/fiche-ecran'
import { FicheEntete } from '#ui/pre-projet/fiche-entete'
import { FicheFilRouge } from '#ui/fil-rouge/fiche-fil-rouge'
import { FicheHistorique } from '#ui/pre-projet/fiche-historique'
import { FicheVoisines } from '#ui/pre-projet/fiche-voisines'
import { PageError } from '#ui/kit/page-error/page-error'
import { useRaccourcis } from '#ui/kit/raccourcis/raccourcis'
import { clorePreProjet, rouvrirPreProjet } from '#usecases/pre-projet/clore-pre-projet'
import { confirmerChamp, confirmerChampsSurs } from '#usecases/pre-projet/confirmer-champ'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.titre || 'Pré-projet'} – MCEI` }]

export const loader = agentLoader(
  { droit: 'pre-projet.lire', params: { id: uuid('pre-projet') } },
  async ({ agent, deps, now, params }) => {
    const { id } = params
    const today = jourDeParis(now)
    const [fiche, instruction, filRouge, notes] = await Promise.all([
      fichePreProjet(deps.db, id, today),
      instructionPreProjet(deps.db, id, today),
      filRougeDeLaFiche(deps.db, id),
      notesDe(deps.db, { preProjetId: id }, agent.id),
    ])
    const { echeanceDepot } = fiche.campagne ?? { echeanceDepot: null }
    const invitable = empechementInvitation({ ...fiche, depose: false, echeanceDepot, today }) === null
    const peutNoter = hasDroit(agent, 'note.ecrire')
    return {
      ...fiche,
      instruction,
      filRouge,
      notes,
      peutNoter,
      invitable,
      peut: hasDroit(agent, 'pre-projet.examiner'),
    }
  },
)

const version = z.coerce.number().int().min(0)
const texte = z.string().max(LONGUEUR_MAX_CHAMP, LIBELLE_REFUS_SAISIE.TEXTE_TROP_LONG).default('')

const FicheForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirmer'), version, champ: z.enum(CHAMPS), texte }),
  z.object({ intent: z.literal('confirmerSurs'), version }),
  z.object({ intent: z.literal('clore'), version }),
  z.object({ intent: z.literal('rouvrir'), version }),
])

export const action = agentAction(
  { params: { id: uuid('pre-projet') }, form: FicheForm },
  async ({ agent, deps, params, form, refuser }) => {
    const vise = { preProjetId: params.id, version: form.version }
    switch (form.intent) {
      case 'confirmer': {
        const answer = await confirmerChamp(deps, agent, { ...vise, champ: form.champ, texte: form.texte })
        return answer.ok ? {} : refuser(LIBELLE_REFUS_SAISIE[answer.reason], 'texte')
      }
      case 'confirmerSurs':
        await confirmerChampsSurs(deps, agent, vise)
        return {}
      case 'clore':
      case 'rouvrir': {
        const answer = await (form.intent === 'clore' ? clorePreProjet : rouvrirPreProjet)(deps, agent, vise)
        const fait = form.intent === 'clore' ? 'La fiche est close.' : 'La fiche est rouverte.'
        return redirectWithToast(`/pre-projets/${params.id}`, {
          texte: answer.ok ? fait : 'L’état de la fiche n’a pas changé.',
          genre: answer.ok ? 'success' : 'info',
        })
      }
    }
  },
)

export default function PreProjet() {
  const fiche = useLoaderData<typeof loader>()
  const touches = useRaccourcis()
  const { id, version, peut, envoyes, journal, avis, avisTexte, avisLe } = fiche
  return (
    <>
      <FicheEntete
        fiche={fiche}
        peut={peut}
        voisines={<FicheVoisines id={id} version={version} touches={touches[0]} />}
      />
      <FicheEcran key={id} {...{ fiche, peut, touches }}>
        <FicheAvis adresse={`/pre-projets/${id}`} {...{ avis, avisTexte, avisLe }} />
        <FicheFilRouge
          preProjetId={id}
          {...{ version, peut }}
          liens={fiche.filRouge}
          inviteLe={fiche.inviteLe}
          invitable={fiche.invitable}
        />
        <Notes sujet={{ preProjetId: id }} {...fiche.notes} peut={fiche.peutNoter} />
        <FicheHistorique envoyes={envoyes} journal={journal} />
      </FicheEcran>
    </>
  )
}

export { PageError as ErrorBoundary }
