import { Box, Link as MuiLink, Skeleton } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { type MotPlace, placerLus } from '#domain/mots-places'
import type { Bloc } from '#domain/pre-projet/lecture/blocs'
import { Bandeau } from '#ui/kit/bandeau'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { Visionneuse } from '#ui/kit/visionneuse/visionneuse'
import css from '#ui/piece/piece.module.css'
import type { Version } from '#ui/piece/piece-ligne'

type Apercu =
  | { nature: 'PAGES'; pages: number }
  | { nature: 'IMAGE' }
  | { nature: 'TEXTE'; blocs: Bloc[] }
  | { nature: 'AUCUN'; motif: string }

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
  const apercu = useLecture<Apercu>()
  const mots = useLecture<MotPlace[][]>()
  const src = `${adresse}/pieces/${version.id}`
  const { load: lireApercu } = apercu
  const { load: lireMots } = mots
  const vu = apercu.data
  const enPages = vu?.nature === 'PAGES'
  useEffect(() => lireApercu(demande), [lireApercu, demande])
  useEffect(() => {
    if (enPages) lireMots(`${demande}${demande.includes('?') ? '&' : '?'}mots`)
  }, [lireMots, demande, enPages])
  const lus = useMemo(() => mots.data ?? [], [mots.data])
  const preuves = preuvesDe(version)
  const marques = useMemo(
    () => (JSON.parse(preuves) as Parameters<typeof placerLus>[1][]).flatMap((preuve) => placerLus(lus, preuve) ?? []),
    [lus, preuves],
  )
  if (!vu)
    return (
      <div role="status" aria-label={`Ouverture de ${nom}`} className={css.texte}>
        {[90, 70, 80, 60].map((largeur) => (
          <Skeleton key={largeur} width={`${largeur}%`} height={28} />
        ))}
      </div>
    )
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
