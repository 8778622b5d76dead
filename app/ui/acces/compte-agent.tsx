import { Box, Button } from '@mui/material'
import type { EtatCompte } from '#domain/acces/compte'
import type { Role } from '#domain/acces/droits'
import { CompteChamps } from '#ui/acces/compte-champs'
import { LienDonne } from '#ui/acces/lien-donne'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Compte = {
  id: string
  version: number
  nom: string
  prenom: string
  qualite: string
  telephone: string
  role: Role
  etat: EtatCompte
}

type Props = { compte: Compte; reponse: Reponse<{ lien: string }> | undefined }

/** Who somebody is, how they sign, and what they may do. */
export function CompteModifier({ compte, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'compte', objet: compte.id })
  const reponse = envoi.data ?? sansScript
  const { prenom, nom, role, qualite, telephone } = compte
  return (
    <Formulaire envoi={envoi} aria-label="Compte">
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560 }}>
        <FormErreur reponse={reponse} />
        <input type="hidden" name="intent" value="modifier" />
        <input type="hidden" name="version" value={compte.version} />
        <CompteChamps
          champs={['prenom', 'nom', 'role', 'qualite', 'telephone']}
          valeurs={{ prenom, nom, role, qualite, telephone }}
          reponse={undefined}
        />
        <Box>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer
          </Button>
        </Box>
      </Box>
    </Formulaire>
  )
}

/** Closing an account or opening it again, and the link by which its holder chooses a password. */
export function CompteEtat({ compte: { id, version, etat, prenom, nom }, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse<{ lien: string }>>({ nom: 'etatCompte', objet: id })
  const reponse = envoi.data ?? sansScript
  const occupe = envoi.state !== 'idle'
  return (
    <Formulaire envoi={envoi} aria-label="Ouverture du compte">
      <FormErreur reponse={reponse} />
      <LienDonne lien={reponse?.lien} a={`${prenom} ${nom}`} />
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, my: 2 }}>
        {etat === 'FERME' ? (
          <Button type="submit" name="intent" value="rouvrir" variant="contained" disabled={occupe}>
            Rouvrir le compte
          </Button>
        ) : (
          <>
            <Button type="submit" name="intent" value="lien" variant="outlined" disabled={occupe}>
              {etat === 'OUVERT' ? 'Donner un lien pour changer de mot de passe' : 'Donner un nouveau lien'}
            </Button>
            <Button type="submit" name="intent" value="fermer" variant="outlined" color="error" disabled={occupe}>
              Fermer le compte
            </Button>
          </>
        )}
      </Box>
    </Formulaire>
  )
}
