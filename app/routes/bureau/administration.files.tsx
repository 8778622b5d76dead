import { Box, Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DISQUE_LIBRE_MIN, RETARD_COURRIEL_S, RETARD_PROMESSE_S } from '#domain/entretien/bornes'
import { formatEntier } from '#domain/nombre'
import { tailleLisible } from '#libelles/taille'
import { dureeLisible, formatInstant } from '#libelles/temps'
import { LIBELLE_REFUS_TRAVAIL, LIBELLES_TRAVAUX } from '#libelles/travaux'
import { etatDeSante } from '#queries/cadre/sante'
import { travauxEnFile } from '#queries/cadre/travaux'
import { TravauxEnFile } from '#ui/cadre/travaux-en-file'
import { Bandeau } from '#ui/kit/bandeau'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { relancerTravail } from '#usecases/entretien/relancer-travail'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Fonctionnement – MCEI' }]

export const loader = agentLoader({ droit: 'files.voir' }, async ({ deps }) => {
  const [etat, travaux] = await Promise.all([etatDeSante(deps), travauxEnFile(deps)])
  return { ...etat, travaux }
})

const RelanceForm = z.object({ queue: z.string().max(40), id: z.string().max(200), vu: z.string().max(40) })

/** Has a failed job done again. */
export const action = agentAction({ form: RelanceForm }, async ({ agent, deps, form, refuser }) => {
  const answer = await relancerTravail(deps, agent, form)
  if (!answer.ok) return refuser(LIBELLE_REFUS_TRAVAIL[answer.reason])
  return redirectWithToast('/administration/files', { texte: 'Travail relancé.', genre: 'success' })
})

type Mesure = { quoi: string; valeur: string; borne: string; depasse: boolean }

export default function Fonctionnement() {
  const { mesures, travaux, ...etat } = useLoaderData<typeof loader>()
  const { relais, planifies, disqueLibre } = mesures
  const lignes: Mesure[] = [
    ...(relais
      ? [
          attente('Plus ancien travail promis et pas encore pris', relais.retard, RETARD_PROMESSE_S),
          attente('Plus ancien courriel qui aurait dû partir', relais.retardCourriel, RETARD_COURRIEL_S),
          {
            quoi: 'Courriels en attente de leur tour',
            valeur: relais.aTour === 0 ? 'aucun' : formatEntier(relais.aTour),
            borne: 'selon les serveurs destinataires',
            depasse: false,
          },
        ]
      : []),
    ...(disqueLibre === null
      ? []
      : [
          {
            quoi: 'Place libre sur le disque',
            valeur: tailleLisible(disqueLibre),
            borne: `au moins ${tailleLisible(DISQUE_LIBRE_MIN)}`,
            depasse: disqueLibre < DISQUE_LIBRE_MIN,
          },
        ]),
    ...(planifies ?? []).map(({ nom, reussieLe, retard, borne }) => ({
      quoi: `Travail répété\u00a0: ${LIBELLES_TRAVAUX[nom]}`,
      valeur: reussieLe ? `fait le ${formatInstant(reussieLe)}` : 'pas encore fait',
      borne: `au moins toutes les ${dureeLisible(borne)}`,
      depasse: retard > borne,
    })),
  ]
  return (
    <>
      <PageHeader titre="Fonctionnement" sousTitre="Ce que l’application fait d’elle-même, et si elle le fait." />
      <Bandeau severity={etat.pret ? 'success' : 'error'} marges="mb2">
        {etat.pret ? 'Tout fonctionne.' : etat.motif}
      </Bandeau>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 880 }}>
        {lignes.map(({ quoi, valeur, borne, depasse }) => (
          <Box
            component="li"
            key={quoi}
            sx={{
              display: 'grid',
              gridTemplateColumns: { md: '1fr 220px 220px' },
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <span>{quoi}</span>
            <Box component="strong" sx={{ color: depasse ? 'error.main' : 'inherit' }}>
              {valeur}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {borne}
            </Box>
          </Box>
        ))}
      </Box>
      <p>
        <MuiLink component={Link} to="/administration/serveurs">
          Serveurs destinataires{'\u00a0'}: combien de courriels à la fois
        </MuiLink>
      </p>
      <TravauxEnFile travaux={travaux} />
    </>
  )
}

const attente = (quoi: string, secondes: number, borne: number): Mesure => ({
  quoi,
  valeur: secondes === 0 ? 'aucun' : dureeLisible(secondes),
  borne: `au plus ${dureeLisible(borne)}`,
  depasse: secondes > borne,
})

export { PageError as ErrorBoundary }
