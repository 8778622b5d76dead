import { parseWithZod } from '@conform-to/zod/v4'
import { Box } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { LONGUEUR_MAX_CHAMP } from '#domain/pre-projet/champs'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_REFUS_SAISIE } from '#libelles/fiche'
import { fichePreProjet } from '#queries/fiche-pre-projet'
import { FicheAvis } from '#ui/fiche-avis'
import { FicheChamps } from '#ui/fiche-champs'
import { FicheCourriels, premiereVue } from '#ui/fiche-courriels'
import { FicheEntete } from '#ui/fiche-entete'
import { FicheHistorique } from '#ui/fiche-historique'
import { FicheVerifications } from '#ui/fiche-verifications'
import { PageError } from '#ui/page-error'
import { clorePreProjet, rouvrirPreProjet } from '#usecases/clore-pre-projet'
import { confirmerChamp, confirmerChampsSurs } from '#usecases/confirmer-champ'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { uuidParam } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.titre || 'Pré-projet'} – MCEI` }]

export const loader = agentLoader('pre-projet.lire', async ({ agent, params }) => ({
  ...(await fichePreProjet(deps.db, uuidParam('pre-projet', params.id), jourDeParis(deps.now()))),
  peut: hasDroit(agent, 'pre-projet.examiner'),
}))

const version = z.coerce.number().int().min(0)
const texte = z.string().max(LONGUEUR_MAX_CHAMP, LIBELLE_REFUS_SAISIE.TEXTE_TROP_LONG).default('')

const FicheForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirmer'), version, champ: z.enum(CHAMPS), texte }),
  z.object({ intent: z.literal('confirmerSurs'), version }),
  z.object({ intent: z.literal('clore'), version }),
  z.object({ intent: z.literal('rouvrir'), version }),
])

const RIEN = { soumission: null, fait: false }

export const action = agentAction(async ({ agent, params, request }) => {
  const preProjetId = uuidParam('pre-projet', params.id)
  const submission = parseWithZod(await request.formData(), { schema: FicheForm })
  if (submission.status !== 'success') return { ...RIEN, soumission: submission.reply() }
  const form = submission.value
  const vise = { preProjetId, version: form.version }
  const ici = `/pre-projets/${preProjetId}`
  switch (form.intent) {
    case 'confirmer': {
      const answer = await confirmerChamp(deps, agent, { ...vise, champ: form.champ, texte: form.texte })
      if (answer.ok) return { ...RIEN, fait: true }
      return {
        ...RIEN,
        soumission: submission.reply({ fieldErrors: { texte: [LIBELLE_REFUS_SAISIE[answer.reason]] } }),
      }
    }
    case 'confirmerSurs':
      return { ...RIEN, fait: (await confirmerChampsSurs(deps, agent, vise)).ok }
    case 'clore':
    case 'rouvrir': {
      const answer = await (form.intent === 'clore' ? clorePreProjet : rouvrirPreProjet)(deps, agent, vise)
      const fait = form.intent === 'clore' ? 'La fiche est close.' : 'La fiche est rouverte.'
      return redirectWithToast(ici, {
        texte: answer.ok ? fait : 'L’état de la fiche n’a pas changé.',
        genre: answer.ok ? 'success' : 'info',
      })
    }
  }
})

export default function PreProjet() {
  const fiche = useLoaderData<typeof loader>()
  const { id, courriels, champs, aRelire, surs, version, peut, verifications, envoyes, journal, etat } = fiche
  const [vue, setVue] = useState(() =>
    premiereVue(
      courriels,
      Object.values(champs).flatMap(({ source }) => source?.fichier ?? []),
    ),
  )
  const [surligne, setSurligne] = useState('')
  return (
    <>
      <FicheEntete fiche={fiche} peut={peut} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          gap: 4,
        }}
      >
        <Box sx={{ position: { lg: 'sticky' }, top: 8, alignSelf: 'start', minWidth: 0 }}>
          <FicheCourriels adresse={`/pre-projets/${id}`} {...{ courriels, vue, surligne }} onVue={setVue} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <FicheVerifications verifications={verifications} />
          <FicheChamps
            {...{ champs, aRelire, surs, version, peut }}
            onRegarder={(garde) => setSurligne(garde?.texteLu ?? '')}
          />
          {peut && etat !== 'CLOS' && (
            <FicheAvis
              key={String(fiche.avisLe)}
              adresse={`/pre-projets/${id}`}
              version={version}
              aRelire={aRelire.length}
            />
          )}
          <FicheHistorique envoyes={envoyes} journal={journal} />
        </Box>
      </Box>
    </>
  )
}

export { PageError as ErrorBoundary }
