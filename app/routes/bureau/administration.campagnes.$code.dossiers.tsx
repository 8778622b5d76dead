import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, LinearProgress, Link as MuiLink, Typography } from '@mui/material'
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { z } from 'zod'
import { accorder, compter, formatEntier } from '#domain/nombre'
import { LIBELLE_REFUS_REAPPLICATION, phraseChangement } from '#libelles/campagne/exigence'
import { apercuReapplication } from '#queries/campagne/apercu-reapplication'
import { ApercuParams, exigencesCampagne } from '#queries/campagne/exigences-campagne'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { demanderReapplication } from '#usecases/campagne/demander-reapplication'
import { agentAction, agentLoader } from '#web/agent-route'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'
import { useSujet } from '#ui/kit/direct/etat'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, now, params }) => {
  const [apercu, { reapplication }] = await Promise.all([
    apercuReapplication(deps.db, params.code),
    exigencesCampagne(deps.db, params.code, ApercuParams.parse({}), now),
  ])
  return { ...apercu, reapplication }
})

const ReapplicationForm = z.object({ exigencesId: z.string().default('') })

export const action = agentAction(
  { params: { code }, form: ReapplicationForm },
  async ({ agent, deps, params, form: { exigencesId }, refuser }) => {
    const answer = await demanderReapplication(deps, agent, { campagne: params.code, exigencesId })
    if (!answer.ok) return refuser(LIBELLE_REFUS_REAPPLICATION[answer.reason])
    return redirectWithToast(`/administration/campagnes/${params.code}/dossiers`, {
      texte: 'La version en vigueur s’applique, dossier après dossier.',
      genre: 'success',
    })
  },
)

export default function DossiersDeposes() {
  const { exigencesId, total, dossiers, reapplication } = useLoaderData<typeof loader>()
  const envoi = useEnvoi<Reponse>({ nom: 'reapplication', objet: useLocation().pathname })
  const busy = envoi.state !== 'idle'
  const refusee = useActionData<Reponse>()
  const enCours = reapplication?.etat === 'EN_ATTENTE' || reapplication?.etat === 'EN_COURS'
  useSujet('campagne:', null, enCours)
  return (
    <>
      <FormErreur reponse={envoi.data ?? refusee} />
      {reapplication && enCours && (
        <Box role="status" sx={{ mb: 2 }}>
          <Typography>{`${compter(reapplication.progression, 'dossier')} sur ${formatEntier(reapplication.total)}`}</Typography>
          <LinearProgress
            variant="determinate"
            aria-label="Avancement"
            value={(100 * reapplication.progression) / Math.max(1, reapplication.total)}
          />
        </Box>
      )}
      {reapplication?.etat === 'ECHEC' && (
        <Bandeau severity="error">{`Arrêtée\u00a0: ${reapplication.erreur ?? ''}`}</Bandeau>
      )}
      {total === 0 ? (
        <Typography>Tous les dossiers sans décision suivent la version en vigueur.</Typography>
      ) : (
        <>
          <Typography sx={{ mb: 1 }}>
            {`${compter(total, 'dossier sans décision suit la version sous laquelle il a été déposé', 'dossiers sans décision suivent la version sous laquelle ils ont été déposés')}. Appliquer la version en vigueur changerait ceci\u00a0:`}
          </Typography>
          <Box component="ul" aria-label="Ce qui changerait" sx={{ pl: 2.5 }}>
            {dossiers.map(({ numero, objet, structure, changements }) => (
              <li key={numero}>
                <MuiLink component={Link} to={`/dossiers/${numero}/pieces`} underline="always">
                  {numero}
                </MuiLink>
                {` ${objet}, ${structure}\u00a0: `}
                {changements.length === 0 ? 'rien ne change' : changements.map(phraseChangement).join('\u00a0; ')}.
              </li>
            ))}
          </Box>
          {total > dossiers.length && (
            <Typography variant="body2">{`${accorder(dossiers.length, 'Le premier est montré', `Les ${compter(dossiers.length, 'premier')} sont montrés`)} ici.`}</Typography>
          )}
          <Formulaire envoi={envoi}>
            <input type="hidden" name="exigencesId" value={exigencesId ?? ''} />
            <Button type="submit" variant="contained" disabled={busy || enCours} sx={{ mt: 2 }}>
              {`Appliquer la version en vigueur à ${compter(total, 'dossier')}`}
            </Button>
            <Retour de="demanderReapplication" />
          </Formulaire>
        </>
      )}
    </>
  )
}
