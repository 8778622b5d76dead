import { Box, Link as MuiLink, Typography } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ROLES } from '#domain/acces/droits'
import { adresseDuLien } from '#web/lien-de-compte'
import { LIBELLE_ETAT_COMPTE, LIBELLE_REFUS_COMPTE } from '#libelles/acces'
import { nomActe } from '#libelles/journal/journal'
import { formatInstant } from '#libelles/temps'
import { compteAgent } from '#queries/acces/comptes'
import { CompteEtat, CompteModifier } from '#ui/acces/compte-agent'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { donnerLien } from '#usecases/acces/donner-lien'
import { fermerAgent, rouvrirAgent } from '#usecases/acces/fermer-agent'
import { modifierAgent } from '#usecases/acces/modifier-agent'
import { agentAction, agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const meta: MetaFunction = () => [{ title: 'Compte – MCEI' }]

const params = { id: uuid('compte') }

export const loader = agentLoader({ droit: 'agents.gerer', params }, ({ deps, params: { id } }) =>
  compteAgent(deps.db, id),
)

const version = z.coerce.number().int().min(0)
const texte = z.string().max(200, 'Raccourcissez\u00a0: 200 caractères au plus.').default('')

const CompteForm = z.union([
  z.object({
    intent: z.literal('modifier'),
    version,
    prenom: texte,
    nom: texte,
    qualite: texte,
    telephone: texte,
    role: z.enum(ROLES, 'Choisissez un rôle.'),
  }),
  z.object({ intent: z.enum(['fermer', 'rouvrir', 'lien']), version }),
])

const FAIT = {
  modifier: 'Compte enregistré.',
  fermer: 'Compte fermé\u00a0: ses sessions sont terminées.',
  rouvrir: 'Compte rouvert.',
}

export const action = agentAction(
  { params, form: CompteForm },
  async ({ agent, deps, params: { id }, form, refuser }) => {
    const vise = { agentId: id, version: form.version }
    if (form.intent === 'lien') {
      const answer = await donnerLien(deps, agent, vise)
      return answer.ok ? { lien: adresseDuLien(answer.value.jeton) } : refuser(LIBELLE_REFUS_COMPTE[answer.reason])
    }
    const answer =
      form.intent === 'modifier'
        ? await modifierAgent(deps, agent, { ...vise, saisie: form })
        : await (form.intent === 'fermer' ? fermerAgent : rouvrirAgent)(deps, agent, vise)
    if (!answer.ok) return refuser(LIBELLE_REFUS_COMPTE[answer.reason])
    return redirectWithToast(`/administration/comptes/${id}`, { texte: FAIT[form.intent], genre: 'success' })
  },
)

export default function Compte() {
  const { compte, entrees } = useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse<{ lien: string }>>()
  return (
    <>
      <PageHeader
        titre={`${compte.prenom} ${compte.nom}`}
        sousTitre={`${compte.courriel} · compte ${LIBELLE_ETAT_COMPTE[compte.etat].toLowerCase()}`}
      />
      <MuiLink component={Link} to="/administration/comptes">
        Tous les comptes
      </MuiLink>
      {' · '}
      <MuiLink component={Link} to={`/absences?agent=${compte.id}`}>
        Absences
      </MuiLink>
      <CompteEtat compte={compte} reponse={reponse} />
      <CompteModifier key={compte.version} compte={compte} reponse={reponse} />
      <Typography variant="h6" component="h2" sx={{ mt: 3 }}>
        Journal du compte
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entrees.map(({ id, le, acteur, acte }) => (
          <li key={id}>
            {formatInstant(le)} · {nomActe(acte)} · {acteur}
          </li>
        ))}
      </Box>
    </>
  )
}

export { PageError as ErrorBoundary }
