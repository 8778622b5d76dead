import { Box, Button, Link as Lien } from '@mui/material'
import { Link, useLocation } from '@remix-run/react'
import { Fragment } from 'react'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { SuiteDite, SuiteRecue } from '#domain/courriel-recu/suite'
import { LIBELLE_SUITE } from '#libelles/courriel-recu/courriel-recu'
import { formatInstant } from '#libelles/temps'
import { EtatCourrielChip } from '#ui/kit/etat-chip'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Ecrite = {
  id: string
  sujet: string
  etat: EtatCourriel
  remisAuServeurLe: Date | null
  acteur: string
  creeLe: Date
}

type Props = {
  id: string
  version: number
  suite: SuiteRecue | null
  suiteLe: Date | null
  suitePar: string | null
  /** What officers wrote under it, the oldest first. */
  reponses: Ecrite[]
  peut: boolean
}

const ACTES: Record<SuiteRecue | 'AUCUNE', readonly { suite: SuiteDite; texte: string }[]> = {
  A_REPONDRE: [
    { suite: 'REPONDU_AILLEURS', texte: 'Répondu ailleurs' },
    { suite: 'SANS_REPONSE', texte: 'Pas de réponse à donner' },
  ],
  REPONDU: [{ suite: 'A_REPONDRE', texte: 'Remettre à répondre' }],
  REPONDU_AILLEURS: [{ suite: 'A_REPONDRE', texte: 'Remettre à répondre' }],
  SANS_REPONSE: [{ suite: 'A_REPONDRE', texte: 'Remettre à répondre' }],
  AUCUNE: [{ suite: 'A_REPONDRE', texte: 'Mettre à répondre' }],
}

/** Whether the mail waits for an answer, what was answered, and what an officer may say of it. */
export function CourrielRecuSuite({ id, version, suite, suiteLe, suitePar, reponses, peut }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'suiteRecue', objet: useLocation().pathname })
  const dit = suite && [LIBELLE_SUITE[suite], suitePar && `par ${suitePar}`, suiteLe && `le ${formatInstant(suiteLe)}`]
  return (
    <>
      <Formulaire envoi={envoi} action={`/courriels/recus/${id}/suite`} aria-label="Réponse à ce message">
        <input type="hidden" name="version" value={version} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1 }}>
          {dit && <strong>{dit.filter(Boolean).join(' ')}</strong>}
          {peut &&
            ACTES[suite ?? 'AUCUNE'].map((acte) => (
              <Button
                key={acte.suite}
                type="submit"
                name="suite"
                value={acte.suite}
                size="small"
                variant="outlined"
                disabled={envoi.state !== 'idle'}
              >
                {acte.texte}
              </Button>
            ))}
        </Box>
        <FormErreur reponse={envoi.data} />
      </Formulaire>
      {reponses.length > 0 && (
        <Box component="dl" aria-label="Réponses écrites à ce message" sx={{ m: 0, mb: 2, fontSize: '0.875rem' }}>
          {reponses.map((ecrite) => (
            <Fragment key={ecrite.id}>
              <dt>
                <Lien component={Link} to={`/courriels/${ecrite.id}`} children={ecrite.sujet} />{' '}
                <EtatCourrielChip {...ecrite} />
              </dt>
              <Box component="dd" sx={{ m: 0, mb: 0.5, color: 'text.secondary' }}>
                Écrit par {ecrite.acteur}, le {formatInstant(ecrite.creeLe)}
              </Box>
            </Fragment>
          ))}
        </Box>
      )}
    </>
  )
}
