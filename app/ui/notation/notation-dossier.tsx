import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { LigneComparee, RefusLecture } from '#domain/notation/lecture'
import { compter } from '#domain/nombre'
import { direMoyenne, direScore, libelleRefusLecture, SCORE_AIDE } from '#libelles/notation/notation'
import { formatInstant } from '#libelles/temps'
import { type CritereALire, LectureForm } from '#ui/notation/lecture-form'
import { type LectureMontree, LecturesComparees } from '#ui/notation/lectures-comparees'

type Props = {
  adresse: string
  /** Why nobody reads it now; null where it is read. */
  empechement: RefusLecture | null
  criteres: readonly CritereALire[]
  /** That of one's own lecture; 0 where there is none. */
  version: number
  rendueLe: Date | null
  /** Those that stand and that this officer may read. */
  lectures: readonly LectureMontree[]
  /** Those they replaced. */
  passees: readonly LectureMontree[]
  /** How many are rendered by others, and not to be read yet. */
  cachees: number
  lignes: readonly LigneComparee[]
  /** In hundredths of a point of 20. */
  score: number | null
  peut: boolean
}

/** The lectures of a dossier: the score, what readers gave beside each other, and one's own. */
export function NotationDossier({ adresse, lectures, passees, cachees, lignes, score, ...page }: Props) {
  const { empechement, criteres, version, rendueLe, peut } = page
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 960, '& p': { m: 0 } }}>
      <Typography variant="h2">Notation</Typography>
      <p>
        {SCORE_AIDE}{' '}
        <MuiLink component={Link} underline="always" to={`${adresse}/decision`}>
          Voir la proposition
        </MuiLink>
      </p>
      {score !== null && (
        <p>
          Score{'\u00a0'}: <strong>{direMoyenne(score, lectures.length)}</strong>.
        </p>
      )}
      {score === null && cachees === 0 && <p>Aucune lecture n’est rendue{'\u00a0'}: ce dossier n’a pas de score.</p>}
      {cachees > 0 && (
        <p>
          {compter(cachees, 'lecture rendue', 'lectures rendues')} par d’autres{'\u00a0'}:{' '}
          {peut ? 'vous la lirez quand vous aurez rendu la vôtre.' : 'elle se lit une fois la décision prise.'}
        </p>
      )}
      {lectures.length > 0 && <LecturesComparees lignes={lignes} lectures={lectures} />}
      {passees.length > 0 && <Passees passees={passees} />}
      {peut && (
        <section aria-labelledby="votre-lecture">
          <Typography id="votre-lecture" variant="h2">
            Votre lecture
          </Typography>
          <p>{rendueLe ? `Rendue le ${formatInstant(rendueLe)}.` : version > 0 ? 'Gardée, pas encore rendue.' : ''}</p>
          {empechement || criteres.length === 0 ? (
            <p>{libelleRefusLecture({ ok: false, reason: empechement ?? 'GRILLE_VIDE' })}</p>
          ) : (
            <LectureForm key={version} {...{ adresse, version, criteres }} rendue={rendueLe !== null} />
          )}
        </section>
      )}
    </Box>
  )
}

const Passees = ({ passees }: Pick<Props, 'passees'>) => (
  <details>
    <summary>{compter(passees.length, 'lecture remplacée', 'lectures remplacées')}</summary>
    {passees.map(({ id, par, rendueLe, points, maximum, score, notes }) => (
      <Box key={id} sx={{ my: 1 }}>
        <p>
          <strong>{par}</strong>, le {formatInstant(rendueLe)}
          {'\u00a0'}: {points} sur {maximum}, soit {direScore(score)}
        </p>
        <ul>
          {notes.map((note) => (
            <li key={note.critereId}>
              {note.libelle}
              {'\u00a0'}: {note.points} sur {note.maximum}. {note.justification}
            </li>
          ))}
        </ul>
      </Box>
    ))}
  </details>
)
