import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import type { Regle } from '#domain/budget/constat'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import type { EtatCompletude } from '#domain/piece/completude'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import type { ChampModifie } from '#domain/portail/modification'
import { enteteDe } from '#domain/portail/entetes'
import { nomDePiece } from '#libelles/piece/piece'
import { formatInstant } from '#libelles/temps'
import { MotifForm } from '#ui/kit/formulaire/motif-form'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Fichier = {
  rang: number
  code: string | null
  nomFichier: string
  signalements: Pick<SignalementDePiece, 'probleme' | 'detail'>[]
  remplace: { id: string; nomFichier: string; numero: number } | null
  horsParties: boolean
  infecte: boolean
}

export type ModificationVue = {
  id: string
  redeposeeLe: Date | null
  creeLe: Date
  champs: ChampModifie[]
  fichiers: Fichier[]
  anomalies: { colonne: string; motif: string }[]
  illisible: boolean
  /** What the checks say of the workbook, `regle` null where it cannot be read; null while it cannot be opened. */
  constats: (Pick<ConstatDit, 'message' | 'gravite'> & { regle: Regle | null })[] | null
  apres: { etat: EtatCompletude; manquantes: string[]; aControler: string[] }
}

type Props = { adresse: string; version: number; modification: ModificationVue; ouvert: boolean; peut: boolean }

/** What the demandeur changed, field by field and file by file, beside the version deposited; then the officer's answer. */
export function DossierModification({ adresse, version, modification, ouvert, peut }: Props) {
  const { champs, fichiers, redeposeeLe, creeLe } = modification
  const rien = champs.length + fichiers.length === 0
  return (
    <Box component="section" aria-labelledby="modification" sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Typography variant="h2" id="modification">
        Ce que le demandeur a changé
      </Typography>
      <Typography>
        {ouvert
          ? `Commencé le ${formatInstant(creeLe)}. La version déposée ne bouge pas tant que vous n’avez pas accepté.`
          : redeposeeLe
            ? `Validé de nouveau le ${formatInstant(redeposeeLe)}. La version déposée ne bouge pas tant que vous n’avez pas accepté.`
            : 'Le dossier s’est refermé sans nouvelle validation. Ce qui a été écrit est gardé ici et attend votre réponse.'}
      </Typography>
      {rien && <Typography>Rien n’a encore changé.</Typography>}
      {champs.length > 0 && <Champs champs={champs} />}
      {fichiers.length > 0 && <Fichiers {...{ adresse, fichiers }} modificationId={modification.id} />}
      <Controles modification={modification} />
      {peut && !ouvert && <Repondre {...{ adresse, version }} illisible={modification.illisible} />}
    </Box>
  )
}

const HorsParties = () => (
  <Box component="strong" sx={{ display: 'block', color: 'var(--mui-palette-ton-alerte)', fontSize: '0.8125rem' }}>
    Hors de ce qui était ouvert
  </Box>
)

const Champs = ({ champs }: { champs: ChampModifie[] }) => (
  <Tableau titre="Champs du formulaire" colonnes={['Champ', 'Déposé', 'Modifié']}>
    {champs.map(({ champ, avant, apres, horsParties }) => (
      <tr key={champ}>
        <th scope="row">
          {enteteDe(champ)}
          {horsParties && <HorsParties />}
        </th>
        <td>
          <del>{avant || 'rien'}</del>
        </td>
        <td>
          <ins>{apres || 'rien'}</ins>
        </td>
      </tr>
    ))}
  </Tableau>
)

function Fichiers({
  adresse,
  modificationId,
  fichiers,
}: {
  adresse: string
  modificationId: string
  fichiers: Fichier[]
}) {
  return (
    <Tableau titre="Pièces" colonnes={['Pièce', 'Déposé', 'Modifié']}>
      {fichiers.map(({ rang, code, nomFichier, signalements, remplace, horsParties, infecte }) => (
        <tr key={rang}>
          <th scope="row">
            {nomDePiece(code)}
            {horsParties && <HorsParties />}
          </th>
          <td>
            {remplace ? (
              <MuiLink href={`${adresse}/pieces/${remplace.id}/fichier?telecharger`}>
                {remplace.nomFichier} (version {remplace.numero})
              </MuiLink>
            ) : (
              'rien'
            )}
          </td>
          <td>
            {infecte ? (
              <strong>
                {nomFichier}
                {'\u00a0'}: infecté, verrouillé par l’antivirus
              </strong>
            ) : (
              <MuiLink href={`${adresse}/modification/${modificationId}/${rang}`}>{nomFichier}</MuiLink>
            )}
            {signalements.map(({ probleme, detail }) => (
              <Box key={probleme} sx={{ fontSize: '0.8125rem' }}>
                ⚠ {detail}
              </Box>
            ))}
          </td>
        </tr>
      ))}
    </Tableau>
  )
}

const Tableau = ({ titre, colonnes, children }: { titre: string; colonnes: string[]; children: ReactNode }) => (
  <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={titre}>
    <Box
      component="table"
      sx={{
        borderCollapse: 'collapse',
        width: '100%',
        fontSize: '0.875rem',
        '& th, & td': { borderBottom: 1, borderColor: 'divider', p: 0.75, textAlign: 'left', verticalAlign: 'top' },
        '& td': { overflowWrap: 'anywhere', minWidth: 120 },
        '& th[scope=row]': { fontWeight: 500 },
        '& ins': { textDecoration: 'none', fontWeight: 600 },
        '& caption': { textAlign: 'left', fontWeight: 600, pb: 0.5 },
      }}
    >
      <caption>{titre}</caption>
      <thead>
        <tr>
          {colonnes.map((colonne) => (
            <th key={colonne} scope="col">
              {colonne}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Box>
  </Box>
)

/** What the checks say of the dossier as it would become. */
function Controles({ modification: { anomalies, illisible, constats, apres } }: { modification: ModificationVue }) {
  const noms = (codes: string[]) => codes.map(nomDePiece).join(', ')
  return (
    <Bandeau severity={illisible ? 'error' : apres.etat === 'MANQUANTES' || anomalies.length > 0 ? 'warning' : 'info'}>
      <strong>Si vous acceptez{'\u00a0'}:</strong>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {illisible && <li>Le formulaire modifié ne peut plus être lu comme une demande.</li>}
        {anomalies.map(({ colonne, motif }) => (
          <li key={colonne + motif}>
            {colonne}
            {'\u00a0'}: {motif}
          </li>
        ))}
        {apres.manquantes.length > 0 && (
          <li>
            Il manquera encore{'\u00a0'}: {noms(apres.manquantes)}.
          </li>
        )}
        {apres.aControler.length > 0 && (
          <li>
            Il restera à contrôler{'\u00a0'}: {noms(apres.aControler)}.
          </li>
        )}
        {constats === null && <li>Le budget attend l’antivirus{'\u00a0'}: il sera contrôlé ensuite.</li>}
        {constats
          ?.filter(({ gravite }) => gravite !== 'INFO')
          .map(({ regle, message }) => (
            <li key={`${regle}/${message}`}>
              Budget{'\u00a0'}: {message}
            </li>
          ))}
        <li>La date de dépôt ne change pas, et chaque version est gardée.</li>
      </Box>
    </Bandeau>
  )
}

function Repondre({ adresse, version, illisible }: { adresse: string; version: number; illisible: boolean }) {
  const envoi = useEnvoi<Reponse>({ nom: 'modification', objet: adresse })
  const [ecart, setEcart] = useState(false)
  const action = `${adresse}/modification`
  if (ecart)
    return (
      <MotifForm
        identite={{ nom: 'ecartModification', objet: adresse }}
        action={action}
        cache={{ intent: 'ecarter', version: String(version) }}
        label="Pourquoi écarter ces modifications"
        verbe="Écarter les modifications"
        note="La version déposée reste. Ce qui a été écrit est gardé dans l’historique avec ce motif."
        fait="ecarterModification"
        fermer={() => setEcart(false)}
      />
    )
  return (
    <Box component={Formulaire} envoi={envoi} action={action} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <input type="hidden" name="version" value={version} />
      {!illisible && (
        <Button type="submit" variant="contained" name="intent" value="accepter" aria-disabled={envoi.state !== 'idle'}>
          Accepter les modifications
        </Button>
      )}
      <Button onClick={() => setEcart(true)}>Écarter…</Button>
      <FormErreur reponse={envoi.data} />
      {!illisible && <Retour de="accepterModification" verbe="Accepter les modifications" />}
    </Box>
  )
}
