import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { estOuvrable, type Ouverture } from '#domain/piece/antivirus'
import { phraseRetour } from '#libelles/journal/retours'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { MarqueAntivirus } from '#ui/kit/marque-antivirus'

/** The signed letter that stands for a decision, with both fingerprints (SHA-256, in hexadecimal). */
export type LettreSigneeVue = {
  nomFichier: string
  /** In bytes. */
  taille: number
  sha256: string
  sha256Dessinee: string
  deposeeLe: Date
  par: string
  ouverture: Ouverture
}

export type PropsLettreSignee = { adresse: string; version: number; signee: LettreSigneeVue | null; peut: boolean }

/** The letter of a decision: the drawn one, and the signed one that takes its place. */
export function LettreSignee({ adresse, version, signee, peut }: PropsLettreSignee) {
  return (
    <Box component="section" aria-label="Lettre de décision" sx={{ display: 'grid', gap: 1, maxWidth: 720 }}>
      <Typography variant="h3" component="h2">
        Lettre de décision
      </Typography>
      {signee ? <Deposee adresse={adresse} signee={signee} /> : <Dessinee adresse={adresse} />}
      {peut && <Depot key={version} adresse={adresse} version={version} remplace={signee !== null} />}
      {peut && signee && <Retrait adresse={adresse} version={version} />}
    </Box>
  )
}

const Papier = ({ vers, texte }: { vers: string; texte: string }) => (
  <MuiLink href={vers} underline="always" target="_blank" rel="noreferrer">
    {texte}
  </MuiLink>
)

const Dessinee = ({ adresse }: { adresse: string }) => (
  <Typography>
    <Papier vers={`${adresse}/lettre`} texte="Lettre à signer (PDF)" />
    {'\u00a0'}: une fois signée, déposez-la ici. La structure la lira à la place de celle-ci.
  </Typography>
)

function Deposee({ adresse, signee }: { adresse: string; signee: LettreSigneeVue }) {
  const { nomFichier, taille, sha256, sha256Dessinee, deposeeLe, par, ouverture } = signee
  return (
    <>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {estOuvrable(ouverture) ? (
          <Papier vers={`${adresse}/lettre`} texte="Lettre signée (PDF)" />
        ) : (
          'Lettre signée (PDF)'
        )}{' '}
        <MarqueAntivirus ouverture={ouverture} />
        <br />
        {nomFichier}, {tailleLisible(taille)}, déposée par {par} le {formatInstant(deposeeLe)}.
      </Typography>
      {!estOuvrable(ouverture) && (
        <Typography>
          {ouverture === 'EN_ATTENTE'
            ? 'Elle sera donnée dès que l’antivirus l’aura analysée. D’ici là, la lettre dessinée est donnée.'
            : 'Elle n’est donnée à personne\u00a0: la lettre dessinée est donnée. Déposez-en une saine, ou retirez celle-ci.'}
        </Typography>
      )}
      <Typography>
        <Papier vers={`${adresse}/lettre?dessinee=1`} texte="Lettre dessinée par l’application (PDF)" />
      </Typography>
      <Box component="dl" sx={{ m: 0, fontSize: '0.8125rem', overflowWrap: 'anywhere', '& dd': { m: 0 } }}>
        <dt>Empreinte SHA-256 de la lettre signée</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
        <dt>Empreinte SHA-256 de la lettre dessinée ce jour-là</dt>
        <dd>
          <code>{sha256Dessinee}</code>
        </dd>
      </Box>
    </>
  )
}

function Depot({ adresse, version, remplace }: { adresse: string; version: number; remplace: boolean }) {
  const envoi = useEnvoi<Reponse>({ nom: 'lettreSignee', objet: adresse })
  return (
    <Box
      component={Formulaire}
      envoi={envoi}
      action={`${adresse}/lettre-signee`}
      encType="multipart/form-data"
      aria-label="Lettre signée"
      sx={{ display: 'grid', gap: 1 }}
    >
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="version" value={version} />
      <Typography component="label" htmlFor="lettre-signee" variant="subtitle2">
        {remplace ? 'Remplacer par un autre PDF' : 'PDF de la lettre signée'}
      </Typography>
      <Box
        component="input"
        type="file"
        id="lettre-signee"
        name="lettre"
        accept="application/pdf,.pdf"
        required
        aria-describedby="lettre-signee-aide"
        sx={{ width: '100%', font: 'inherit', color: 'text.primary', '&::file-selector-button': { font: 'inherit' } }}
      />
      <Typography id="lettre-signee-aide" variant="body2" sx={{ color: 'text.secondary' }}>
        Un PDF sans mot de passe, de 10{'\u00a0'}Mo au plus. {phraseRetour('deposerLettreSignee')}
      </Typography>
      <div>
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          {remplace ? 'Remplacer la lettre signée' : 'Déposer la lettre signée'}
        </Button>
      </div>
    </Box>
  )
}

function Retrait({ adresse, version }: Pick<PropsLettreSignee, 'adresse' | 'version'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'lettreSigneeRetiree', objet: adresse })
  return (
    <Formulaire envoi={envoi} action={`${adresse}/lettre-signee/retrait`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" disabled={envoi.state !== 'idle'}>
        Retirer la lettre signée
      </Button>
    </Formulaire>
  )
}
