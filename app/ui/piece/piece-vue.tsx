import { Box, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { type MotPlace, placerLus } from '#domain/mots-places'
import type { Apercu } from '#domain/pre-projet/lecture/apercu'
import { Bandeau } from '#ui/kit/bandeau'
import { EnOuverture, useOuverture } from '#ui/kit/visionneuse/ouverture'
import { Visionneuse } from '#ui/kit/visionneuse/visionneuse'
import css from '#ui/piece/piece.module.css'
import type { Version } from '#ui/piece/piece-ligne'

type Props = {
  /** The dossier's, and that of the version under it. */
  adresse: string
  version: Pick<Version, 'id' | 'nomFichier' | 'signalements'>
  code: string | null
  /** What this document is called beside another. */
  nom: string
  /** Where it is asked how it is looked at: an address that the browser already knows. */
  apercu: string
  /** The page the address asks for. */
  page: string | null
  /** Whether keys act from anywhere on the page. */
  touches: boolean
}

/** What was noticed and stands, by its words; as one text, which does not change with each act of the page. */
const preuvesDe = ({ signalements }: Pick<Version, 'signalements'>): string =>
  JSON.stringify(
    signalements.flatMap(({ preuve, ecarte }) =>
      preuve?.mots && ecarte === null ? [{ mots: preuve.mots, page: preuve.page ?? null }] : [],
    ),
  )

const PERDUE = 'Cette page ne peut pas être montrée\u00a0: téléchargez le document pour l’examiner.'

/** A deposited file as it is looked at: the pages of a PDF, a letter or a workbook, what was noticed marked on them; a picture, or words. */
export function PieceVue({ adresse, version, code, nom, apercu: demande, page, touches }: Props) {
  const src = `${adresse}/pieces/${version.id}`
  const { lu: vu, enPreparation } = useOuverture<Apercu>(demande)
  const enPages = vu?.nature === 'PAGES'
  const mots = useOuverture<MotPlace[][]>(enPages ? `${demande}${demande.includes('?') ? '&' : '?'}mots` : null)
  const lus = useMemo(() => mots.lu ?? [], [mots.lu])
  const preuves = preuvesDe(version)
  const marques = useMemo(
    () => (JSON.parse(preuves) as Parameters<typeof placerLus>[1][]).flatMap((preuve) => placerLus(lus, preuve) ?? []),
    [lus, preuves],
  )
  if (!vu) return <EnOuverture nom={nom} enPreparation={enPreparation} className={css.texte} />
  if (vu.nature === 'PAGES' || vu.nature === 'IMAGE')
    return (
      <Visionneuse
        src={`${src}/pages`}
        nom={nom}
        pages={vu.nature === 'PAGES' ? vu.pages : 1}
        mots={lus}
        marques={marques}
        page={page && /^\d{1,4}$/.test(page) ? Number(page) : 1}
        touches={touches}
        perdue={PERDUE}
      />
    )
  return (
    <Box className={css.texte} role="region" aria-label={`Texte de ${nom}`} tabIndex={0}>
      {vu.nature === 'AUCUN' ? (
        <Bandeau severity="info">
          Pas d’aperçu{'\u00a0'}: {vu.motif.charAt(0).toLowerCase() + vu.motif.slice(1)}{' '}
          {code === 'BUDGET_PROJET' && (
            <>
              Ses lignes sont lues dans l’onglet{' '}
              <MuiLink component={Link} to={`${adresse}/budget`} underline="always">
                Budget
              </MuiLink>
              .{' '}
            </>
          )}
          <MuiLink href={`${src}/fichier?telecharger`} download underline="always">
            Télécharger {version.nomFichier}
          </MuiLink>
        </Bandeau>
      ) : (
        vu.blocs.map((bloc, rang) =>
          bloc.nature === 'PARAGRAPHE' ? (
            <p key={rang}>{bloc.texte}</p>
          ) : (
            <table key={rang}>
              <tbody>
                {bloc.rangees.map(({ cellules }, ligne) => (
                  <tr key={ligne}>
                    {cellules.map((cellule, colonne) => (
                      <td key={colonne}>{cellule}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ),
        )
      )}
    </Box>
  )
}
