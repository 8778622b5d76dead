import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { formatMontant, type Montant } from '#domain/budget/montant'
import { type Analyse, estVerrouille } from '#domain/piece/antivirus'
import type { BilanDonne, Prevu } from '#domain/suite-accord/bilan-rendu'
import { formatJour, type Jour } from '#domain/temps/jour'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'

/** A version of the bilan that its structure gave on the extranet. */
export type VersionRendueLue = BilanDonne & {
  rang: number
  renduLe: Date
  renduPar: string
  compteRendu: string
  ecarts: string
  /** What would be to give back by what it says was spent; nothing is asked for by itself. */
  proposeARendreCents: Montant | null
  fichiers: readonly {
    id: string
    code: string
    nomFichier: string
    taille: number
    analyse: Analyse
    seMontre: boolean
  }[]
}

export type PrevuDuBilan = Prevu & { participants: number | null }

type Props = {
  /** The address of the bilan, under which its files are. */
  action: string
  rendus: readonly VersionRendueLue[]
  prevu: PrevuDuBilan
  coutTotalCents: Montant | null
  verseCents: Montant
}

/** What a structure gave of its bilan, beside what the demande and the grant said: the last version open, the earlier ones folded. */
export function BilansRendus({ rendus, ...reste }: Props) {
  return rendus.map((rendu, rang) => (
    <Box component="details" key={rendu.rang} open={rang === 0} sx={{ mt: 1 }}>
      <summary>
        Bilan rendu sur l’extranet le {formatInstant(rendu.renduLe)} par {rendu.renduPar}
        {rendus.length > 1 && ` (version ${rendu.rang})`}
      </summary>
      <Rendu rendu={rendu} {...reste} />
    </Box>
  ))
}

const jour = (le: Jour | null) => (le === null ? '—' : formatJour(le))

function Rendu({
  rendu,
  prevu,
  coutTotalCents,
  verseCents,
  action,
}: Omit<Props, 'rendus'> & { rendu: VersionRendueLue }) {
  const lignes = [
    ['Début', jour(prevu.debut), formatJour(rendu.debut)],
    ['Fin', jour(prevu.fin), formatJour(rendu.fin)],
    ['Participants', prevu.participants === null ? '—' : String(prevu.participants), String(rendu.participants)],
    ['Dépense', coutTotalCents === null ? '—' : formatMontant(coutTotalCents), formatMontant(rendu.depenseCents)],
    ['Subvention', formatMontant(prevu.montantCents), formatMontant(rendu.subventionCents)],
  ] as const
  return (
    <>
      <Box
        role="region"
        aria-label={`Chiffres du bilan, version ${rendu.rang}`}
        tabIndex={0}
        sx={{ overflowX: 'auto' }}
      >
        <Table size="small" sx={{ maxWidth: 560, '& td, & th': { px: 1 } }}>
          <TableHead>
            <TableRow>
              <TableCell component="th" scope="col">
                Chiffre
              </TableCell>
              <TableCell component="th" scope="col" align="right">
                Prévu ou accordé
              </TableCell>
              <TableCell component="th" scope="col" align="right">
                Selon le bilan
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lignes.map(([nom, avant, apres]) => (
              <TableRow key={nom}>
                <TableCell component="th" scope="row">
                  {nom}
                </TableCell>
                <TableCell align="right">{avant}</TableCell>
                <TableCell align="right">{apres}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Proposition rendu={rendu} verseCents={verseCents} />
      <Mots titre="Ce qui a été fait" mots={rendu.compteRendu} />
      {rendu.ecarts && <Mots titre="Pourquoi les dates ou les dépenses diffèrent" mots={rendu.ecarts} />}
      <ul aria-label={`Fichiers du bilan, version ${rendu.rang}`}>
        {rendu.fichiers.map((fichier) => (
          <Fichier key={fichier.id} fichier={fichier} adresse={`${action}/${fichier.id}`} />
        ))}
      </ul>
    </>
  )
}

/** What the figures make to give back, for who examines them: proposed, and done by nobody. */
function Proposition({ rendu, verseCents }: { rendu: VersionRendueLue; verseCents: Montant }) {
  const { subventionCents, proposeARendreCents } = rendu
  const propose = proposeARendreCents !== null && proposeARendreCents > 0n
  if (!propose && subventionCents >= verseCents) return null
  return (
    <Box component="p" sx={{ color: 'var(--mui-palette-ton-alerte)' }}>
      {subventionCents < verseCents &&
        `La structure dit avoir utilisé ${formatMontant(subventionCents)}, et a reçu ${formatMontant(verseCents)}. `}
      {propose
        ? `D’après ce qui a été dépensé, ${formatMontant(proposeARendreCents)} seraient à rendre\u00a0: rien n’est demandé avant votre examen.`
        : 'D’après ce qui a été dépensé, rien ne serait à rendre\u00a0: comparez avec le compte rendu financier.'}
    </Box>
  )
}

const Mots = ({ titre, mots }: { titre: string; mots: string }) => (
  <>
    <Box component="h3" sx={{ fontSize: '0.875rem', mb: 0.5 }}>
      {titre}
    </Box>
    <Box component="p" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {mots}
    </Box>
  </>
)

function Fichier({ fichier, adresse }: { fichier: VersionRendueLue['fichiers'][number]; adresse: string }) {
  const { code, nomFichier, taille, analyse, seMontre } = fichier
  return (
    <li>
      {nomPourLeDemandeur(code)}
      {'\u00a0'}: {nomFichier} ({tailleLisible(taille)}){' '}
      {estVerrouille(analyse) ? (
        <strong>Contient un virus{'\u00a0'}: ce fichier est bloqué.</strong>
      ) : (
        <>
          {seMontre && (
            <>
              <Link
                underline="always"
                href={adresse}
                target="_blank"
                rel="noreferrer"
                aria-label={`Voir ${nomFichier}`}
              >
                Voir
              </Link>{' '}
            </>
          )}
          <Link underline="always" href={`${adresse}?telecharger`} aria-label={`Télécharger ${nomFichier}`}>
            Télécharger
          </Link>
        </>
      )}
    </li>
  )
}
