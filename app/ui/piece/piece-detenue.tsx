import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Link as MuiLink } from '@mui/material'
import { formatJour } from '#domain/temps/jour'
import { nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_RESERVE } from '#libelles/piece/signalement'
import { formatInstant } from '#libelles/temps'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { useDire } from '#ui/kit/acte/dire'
import { estRefusee, FormErreur } from '#ui/kit/formulaire/form-erreur'
import { champsVises, type Ligne, type Offerte, type Piece } from '#ui/piece/piece-ligne'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { motDuVerdict, type ReponseVerdict } from '#ui/piece/verdict'

const adresseDuFichier = (numero: string, versionId: string) => `/dossiers/${numero}/pieces/${versionId}/fichier`

function Fichier({ numero, versionId, nomFichier }: { numero: string; versionId: string; nomFichier: string }) {
  return (
    <MuiLink
      href={adresseDuFichier(numero, versionId)}
      target="_blank"
      rel="noopener"
      color="inherit"
      underline="always"
    >
      {nomFichier}
    </MuiLink>
  )
}

type OfferteProps = { adresse: string; ligne: Ligne; offerte: Offerte; peut: boolean }

/** A pièce that an earlier dossier of the structure holds: what it is, what to be careful of, and one click to take it. */
function PieceOfferte({ adresse, ligne, offerte, peut }: OfferteProps) {
  const dire = useDire()
  const { numero, versionId, nomFichier, controleLe, le, reserves } = offerte
  const envoi = useEnvoi<ReponseVerdict>({ nom: 'antecedent', objet: versionId })
  const busy = envoi.state !== 'idle'
  useALaReponse(envoi.data ?? undefined, (reponse) => {
    if (!estRefusee(reponse)) dire(motDuVerdict(adresse, ligne, 'DISPENSEE', reponse))
  })
  return (
    <Bandeau severity="info">
      <strong>Déjà détenue</strong>
      {'\u00a0'}: {nomDePiece(ligne.code)} du dossier {numero}, déposé le {formatJour(le)}
      {controleLe && `, pièce contrôlée le ${formatInstant(controleLe)}`}.{' '}
      <Fichier numero={numero} versionId={versionId} nomFichier={nomFichier} />
      {reserves.map((reserve) => (
        <Box key={reserve} sx={{ fontWeight: 600 }}>
          {LIBELLE_RESERVE[reserve]}
        </Box>
      ))}
      {peut && (
        <Formulaire
          envoi={envoi}
          action={`${adresse}/pieces`}
          style={{ marginTop: 4 }}
          onSubmit={(event) => busy && event.preventDefault()}
        >
          {Object.entries({ intent: 'dispenser', detenueId: versionId, ...champsVises(ligne) }).map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
          <Button type="submit" size="small" variant="outlined" aria-disabled={busy}>
            Ne pas la redemander
          </Button>
        </Formulaire>
      )}
      <FormErreur reponse={envoi.data} />
    </Bandeau>
  )
}

/** The file of an earlier dossier that stands for this pièce. */
function PieceDispense({ dispense: { numero, versionId, nomFichier } }: { dispense: NonNullable<Piece['dispense']> }) {
  return (
    <Bandeau severity="success" marges="py0">
      Le Département détient déjà cette pièce (CRPA, art. L114-8), dans le dossier {numero}
      {'\u00a0'}: <Fichier numero={numero} versionId={versionId} nomFichier={nomFichier} />
    </Bandeau>
  )
}

type Props = { adresse: string; ligne: Ligne; peut: boolean }

/** What earlier dossiers of the structure hold of a pièce: the file that stands for it, and the one that may. */
export const PieceDetenue = ({ adresse, ligne, peut }: Props) => (
  <>
    {ligne.piece?.dispense && ligne.piece.controle === 'DISPENSEE' && <PieceDispense dispense={ligne.piece.dispense} />}
    {ligne.offerte && <PieceOfferte adresse={adresse} ligne={ligne} offerte={ligne.offerte} peut={peut} />}
  </>
)
