import { Box } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { AVIS } from '#domain/pre-projet/avis'
import { LONGUEUR_MAX_REPONSE } from '#domain/pre-projet/examen'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_REFUS_AVIS } from '#libelles/pre-projet/pre-projet'
import { formatInstant } from '#libelles/temps'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { instructionPreProjet } from '#queries/pre-projet/instruction-pre-projet'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { Echange } from '#ui/courriel/fil-courriels'
import { InstructionEntete } from '#ui/pre-projet/instruction-entete'
import { InstructionGrille } from '#ui/pre-projet/instruction-grille'
import { InstructionReponse } from '#ui/pre-projet/instruction-reponse'
import { MessageForm } from '#ui/courriel/message-form'
import { PageError } from '#ui/kit/page-error/page-error'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { agentAction, agentLoader } from '#web/agent-route'
import { instantDuForm } from '#web/form'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Instruction de ${data?.fiche.titre || 'la fiche'} – MCEI` },
]

export const loader = agentLoader(
  { droit: 'pre-projet.lire', params: { id: uuid('pre-projet') } },
  async ({ agent, deps, now, params }) => {
    const preProjetId = params.id
    const [instruction, fil, message] = await Promise.all([
      instructionPreProjet(deps.db, preProjetId, jourDeParis(now)),
      filCourriels(deps.db, { preProjetId }),
      formulaireMessage(deps.db, { preProjetId }),
    ])
    return {
      ...instruction,
      fil,
      message: { ...message, jeton: crypto.randomUUID() },
      peut: hasDroit(agent, 'pre-projet.examiner'),
      surCourriels: { ecrire: hasDroit(agent, 'courriel.ecrire'), relancer: hasDroit(agent, 'courriel.relancer') },
    }
  },
)

const AvisForm = z.object({
  version: z.coerce.number().int().min(0),
  avis: z.enum(AVIS),
  corps: z
    .string()
    .max(2 * LONGUEUR_MAX_REPONSE)
    .default(''),
  vu: z.string().max(100).default(''),
  partirLe: instantDuForm('Choisissez un jour et une heure.').optional(),
})

/** The avis, and its mail: now, or at its hour. */
export const action = agentAction(
  { params: { id: uuid('pre-projet') }, form: AvisForm },
  async ({ agent, deps, params, form: { version, avis, corps: texte, vu, partirLe }, refuser }) => {
    const page = `/pre-projets/${params.id}`
    const voulu = { version, avis, texte, ...(vu && { vu }), ...(partirLe && { partirLe }) }
    const answer = await rendreAvis(deps, agent, { preProjetId: params.id, ...voulu })
    if (!answer.ok) return refuser(LIBELLE_REFUS_AVIS[answer.reason])
    const adresse = answer.value.courriel?.destinataire
    const quoi = partirLe ? `partira le ${formatInstant(partirLe)}` : 'part'
    return redirectWithToast(page, {
      texte: adresse
        ? `Avis rendu. Le courriel ${quoi} à ${adresse}.`
        : 'Avis rendu. Aucun courriel n’est parti\u00a0: la fiche n’a pas d’adresse.',
      genre: adresse ? 'success' : 'warning',
      lien: { texte: 'Voir l’échange', vers: `${page}/instruction` },
    })
  },
)

export default function Instruction() {
  const { fiche, rendu, campagne, questions, indices, fil, message, peut, surCourriels, ...reponse } =
    useLoaderData<typeof loader>()
  const { id, etat } = fiche
  const adresse = `/pre-projets/${id}`
  const agit = peut && etat !== 'CLOS'
  return (
    <>
      <InstructionEntete fiche={fiche} rendu={rendu} campagne={campagne} />
      <Box
        sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <InstructionGrille
          {...{ questions, indices }}
          version={fiche.version}
          adresse={`${adresse}/instruction/examen`}
          peut={agit}
        />
        {agit && (
          <InstructionReponse
            key={`${String(rendu?.le)} ${etat}`}
            id={id}
            version={fiche.version}
            {...reponse}
            remplace={reponse.attendent.length > 0}
          />
        )}
      </Box>
      <Echange
        fil={fil}
        peut={surCourriels}
        adresse={adresse}
        vide="Aucun courriel n’a encore été échangé sur cette fiche."
      >
        {surCourriels.ecrire && <MessageForm key={message.fil} {...message} sujet={{ preProjetId: id }} />}
      </Echange>
    </>
  )
}

export { PageError as ErrorBoundary }
