import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { Retour } from '#ui/kit/acte/retour'
import { FilRougeLien, type Lien } from '#ui/fil-rouge/fil-rouge-lien'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  preProjetId: string
  version: number
  liens: (Lien & { dossier: { numero: string | null; objet: string } })[]
  inviteLe: Date | null
  /** The structure may be invited to deposit. */
  invitable: boolean
  peut: boolean
}

/** What the fiche became: the invitation to deposit, and the dossier that followed. */
export function FicheFilRouge({ preProjetId, version, liens, inviteLe, invitable, peut }: Props) {
  const tenu = liens.some(({ etat }) => etat === 'CONFIRME')
  return (
    <Box component="section" aria-labelledby="titre-fil-rouge" sx={{ mb: 3 }}>
      <Typography variant="h2" id="titre-fil-rouge">
        Le dossier
      </Typography>
      {inviteLe && (
        <Typography variant="body2">Structure invitée à déposer le {formatJour(jourDeParis(inviteLe))}.</Typography>
      )}
      {liens.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Aucun dossier déposé ne ressemble encore à cette fiche.
        </Typography>
      )}
      {liens.map((lien) => (
        <Box key={lien.id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            <MuiLink component={Link} to={`/dossiers/${lien.dossier.numero}/fil-rouge`} underline="always">
              {lien.dossier.numero}
            </MuiLink>{' '}
            {lien.dossier.objet}
          </Box>
          <FilRougeLien {...{ preProjetId, lien, peut }} de={`dossier ${lien.dossier.numero}`} />
        </Box>
      ))}
      {peut && invitable && !tenu && <Inviter {...{ preProjetId, version }} encore={inviteLe !== null} />}
      {peut && !tenu && <Rattacher preProjetId={preProjetId} />}
    </Box>
  )
}

function Inviter({ preProjetId, version, encore }: { preProjetId: string; version: number; encore: boolean }) {
  const envoi = useEnvoi<Reponse>({ nom: 'filRouge', objet: preProjetId })
  return (
    <Formulaire envoi={envoi} action={`/pre-projets/${preProjetId}/fil-rouge`}>
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        name="intent"
        value="inviter"
        variant="outlined"
        disabled={envoi.state !== 'idle'}
        sx={{ mt: 1 }}
      >
        {encore ? 'Inviter de nouveau à déposer' : 'Inviter à déposer une demande'}
      </Button>
      <Retour de="inviterADeposer" />
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}

function Rattacher({ preProjetId }: { preProjetId: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'rattachement', objet: preProjetId })
  const erreur = erreurDe(envoi.data, 'numero')
  return (
    <Formulaire envoi={envoi} action={`/pre-projets/${preProjetId}/fil-rouge`}>
      <FormErreur reponse={envoi.data} champs={['numero']} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mt: 1.5, maxWidth: 480 }}>
        <ChampTexte
          id="rattacher-numero"
          name="numero"
          label="Rattacher le dossier n°"
          required
          error={Boolean(erreur)}
          helperText={erreur}
          html={{ maxLength: 40 }}
          parts={{ marque: false }}
        />
        <Button
          type="submit"
          name="intent"
          value="rattacher"
          variant="outlined"
          disabled={envoi.state !== 'idle'}
          sx={{ minHeight: 40, flexShrink: 0 }}
        >
          Rattacher
        </Button>
      </Box>
    </Formulaire>
  )
}
