import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { compter, formatEntier } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'
import { resumeVoulu } from '#queries/nouvelle/nouvelles'
import { sessionsAgent } from '#queries/acces/sessions-agent'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { ResumeDuJour } from '#ui/nouvelle/resume-du-jour'
import { fermerAutresSessions } from '#usecases/acces/fermer-autres-sessions'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Mon compte – MCEI' }]

export const loader = agentLoader({ droit: 'dossier.lire' }, async ({ agent, deps, now, session }) => ({
  agent,
  resume: await resumeVoulu(deps.db, agent.id),
  sessions: await sessionsAgent(deps.db, { agentId: agent.id, session, now }),
}))

const SessionsForm = sansVersion('It ends what is open at that instant, whatever was on the screen.', z.object({}))

export const action = agentAction(
  { form: SessionsForm, retour: () => '/compte', refus: 'toast' },
  async ({ agent, deps, session, retour }) => {
    const { fermees } = await fermerAutresSessions(deps, agent, { session })
    const texte =
      fermees === 0
        ? 'Vous n’aviez pas d’autre session.'
        : `${compter(fermees, 'autre session fermée', 'autres sessions fermées')}.`
    return redirectWithToast(retour, { texte, genre: 'success' })
  },
)

export default function Compte() {
  const { agent, resume, sessions } = useLoaderData<typeof loader>()
  const envoi = useEnvoi({ nom: 'sessions', objet: agent.id })
  const autres = sessions.filter(({ courante }) => !courante).length
  return (
    <>
      <PageHeader titre="Mon compte" sousTitre={`${agent.prenom} ${agent.nom} · ${agent.courriel}`} />
      <p>
        <MuiLink component={Link} to="/absences">
          Dire une absence, ou voir celles du service
        </MuiLink>
      </p>
      <ResumeDuJour voulu={resume} courriel={agent.courriel} />
      <Typography variant="h2" sx={{ mb: 1 }}>
        Sessions ouvertes
      </Typography>
      <Box component="ul" sx={{ m: 0, mb: 2, p: 0, listStyle: 'none', maxWidth: 720 }}>
        {sessions.map(({ cle, courante, navigateur, ouverteLe, vueLe }) => (
          <Box component="li" key={cle} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
            <strong>{navigateur}</strong>
            {courante && ' (cette session)'}
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              Ouverte le {formatInstant(ouverteLe)}, vue pour la dernière fois le {formatInstant(vueLe)}
            </Box>
          </Box>
        ))}
      </Box>
      {autres === 0 ? (
        <p>Vous n’avez pas d’autre session ouverte.</p>
      ) : (
        <Formulaire envoi={envoi}>
          <p>
            Si vous ne reconnaissez pas une session, ou si vous avez laissé un poste ouvert, fermez-les toutes{'\u00a0'}
            : il y faudra de nouveau votre mot de passe.
          </p>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Fermer mes autres sessions ({formatEntier(autres)})
          </Button>
          <Retour de="fermerSessions" />
        </Formulaire>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
