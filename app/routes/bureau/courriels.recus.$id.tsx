import { Bandeau } from '#ui/kit/bandeau'
import { Box, Link as Lien, Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { NATURES_CHOISIES } from '#domain/courriel-recu/reclassement'
import { PHRASE_DEFAIT, PHRASE_REFUS_RECLASSEMENT } from '#libelles/courriel-recu/courriel-recu'
import { LIBELLE_NATURE_RECUE } from '#libelles/portail/lot'
import { formatInstant } from '#libelles/temps'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { pageCourrielRecu } from '#queries/courriel-recu/courriels-recus'
import { MessageForm } from '#ui/courriel/message-form'
import { CourrielContenu } from '#ui/courriel-recu/courriel-contenu'
import { CourrielRecuClasser } from '#ui/courriel-recu/courriel-recu-classer'
import { CourrielRecuLiens } from '#ui/courriel-recu/courriel-recu-liens'
import { CourrielRecuSuite } from '#ui/courriel-recu/courriel-recu-suite'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { reclasserCourriel } from '#usecases/courriel-recu/reclasser-courriel'
import { relireCourriel } from '#usecases/courriel-recu/relire-courriel'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.courriel.sujet || 'Message reçu'} – MCEI` },
]

export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel-recu') } },
  async ({ agent, deps, params }) => {
    const [courriel, message] = await Promise.all([
      pageCourrielRecu(deps.db, params.id),
      formulaireMessage(deps.db, { courrielRecuId: params.id }),
    ])
    return {
      courriel,
      message: { ...message, jeton: crypto.randomUUID() },
      peut: { classer: hasDroit(agent, 'pre-projet.examiner'), ecrire: hasDroit(agent, 'courriel.ecrire') },
    }
  },
)

const ClasserForm = z.object({
  nature: z.enum([...NATURES_CHOISIES, 'RELIRE']),
  version: z.coerce.number().int().min(0),
  cible: z.string().max(300).default(''),
})

const FICHE = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i

/** The officer says what it is; it is processed again, and they are shown where it went. */
export const action = agentAction(
  { params: { id: uuid('courriel-recu') }, form: ClasserForm },
  async ({ agent, deps, params, form: { nature, version, cible }, refuser }) => {
    const [courrielRecuId, ici] = [params.id, `/courriels/recus/${params.id}`]
    const pourquoi = (motif: string) => PHRASE_REFUS_RECLASSEMENT[motif] ?? 'Ce message n’a pas pu être reclassé.'
    if (nature === 'RELIRE') {
      const relu = await relireCourriel(deps, agent, { courrielRecuId, version })
      if (!relu.ok) return refuser(pourquoi(relu.reason))
      return redirectWithToast(ici, { texte: 'Message relu.', genre: 'success' })
    }
    const preProjetId = FICHE.exec(cible)?.[0].toLowerCase() ?? null
    const numero = preProjetId ? null : cible.trim() || null
    const answer = await reclasserCourriel(deps, agent, { courrielRecuId, version, nature, preProjetId, numero })
    if (!answer.ok) return refuser(pourquoi(answer.reason))
    const { preProjetId: fiche, numero: dossier, defaits } = answer.value
    const vers = fiche ? `/pre-projets/${fiche}` : dossier ? `/dossiers/${dossier}` : ici
    const texte = ['Message reclassé.', ...defaits.map((defait) => PHRASE_DEFAIT[defait] ?? '')].join(' ')
    return redirectWithToast(vers, { texte, genre: 'success' })
  },
)

export default function CourrielRecu() {
  const { courriel, message, peut } = useLoaderData<typeof loader>()
  const [vue, setVue] = useState(courriel.id)
  const ici = `/courriels/recus/${courriel.id}`
  const { sujet, nomFichier, de, deNom, recuLe, nature, motifNature, traiteLe } = courriel
  return (
    <>
      <Lien component={Link} to="/courriels?sens=recus" children="Retour aux messages reçus" />
      <PageHeader
        titre={sujet || nomFichier}
        sousTitre={[deNom && `${deNom} <${de}>`, !deNom && de, `reçu le ${formatInstant(recuLe)}`]
          .filter(Boolean)
          .join(', ')}
      />
      <FormErreur reponse={useActionData<Reponse>()} />
      <Bandeau severity={nature === 'ILLISIBLE' ? 'warning' : 'info'} marges="mb2">
        <strong>{traiteLe ? LIBELLE_NATURE_RECUE[nature] : 'À lire'}.</strong> {motifNature}
      </Bandeau>
      <CourrielRecuLiens {...courriel} />
      <CourrielRecuSuite {...courriel} peut={peut.ecrire} />
      <Box component="section" aria-labelledby="contenu" sx={{ mt: 3, maxWidth: 960 }}>
        <Typography id="contenu" variant="h2" sx={{ mb: 1 }}>
          Le message
        </Typography>
        <CourrielContenu
          key={courriel.id}
          adresse={ici}
          original={`${ici}/original`}
          apercu={`${ici}/apercu`}
          {...{ courriel, vue }}
          onVue={setVue}
          lu={null}
        />
      </Box>
      {peut.ecrire && <MessageForm key={message.fil} {...message} sujet={{ courrielRecuId: courriel.id }} />}
      {peut.classer && <CourrielRecuClasser version={courriel.version} nature={nature} />}
    </>
  )
}

export { PageError as ErrorBoundary }
