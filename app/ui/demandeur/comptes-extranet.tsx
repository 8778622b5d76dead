import { Box, Button, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatCompte } from '#domain/acces/compte'
import { compter } from '#domain/nombre'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { LIBELLE_ETAT_COMPTE } from '#libelles/acces'
import { direPreuve, type PreuveMontree } from '#libelles/demandeur/proconnect'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'
import { Retour } from '#ui/kit/acte/retour'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

type Compte = {
  id: string
  version: number
  prenom: string
  nom: string
  courriel: string
  etat: EtatCompte
  secondFacteur: boolean
  membreDe: readonly {
    role: RoleMembre
    fonction: string
    structure: { id: string; nom: string }
    preuve: PreuveMontree | null
  }[]
}

type Props = { q: string; structure: string | null; total: number; comptes: readonly Compte[] }

/** The accounts of the extranet, looked for by who they are or by their structure. */
export function ComptesExtranet({ q, structure, total, comptes }: Props) {
  return (
    <>
      <FormulaireAdresse role="search" aria-label="Chercher un compte">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-end', maxWidth: 560, mb: 2 }}>
          <Box sx={{ flex: '1 1 240px' }}>
            <ChampTexte id="q" name="q" label="Nom, adresse électronique, structure ou SIRET" defaultValue={q} />
          </Box>
          <Button type="submit" variant="outlined">
            Chercher
          </Button>
        </Box>
      </FormulaireAdresse>
      <p>
        {compter(total, 'compte')}
        {total > comptes.length && `, dont ${compter(comptes.length, 'affiché')}\u00a0: précisez la recherche`}
        {(q || structure) && (
          <>
            {' · '}
            <MuiLink component={Link} underline="always" to="/comptes-extranet">
              Tous les comptes
            </MuiLink>
          </>
        )}
        {' · '}
        <MuiLink component={Link} underline="always" to="/comptes-a-ouvrir">
          Comptes à ouvrir
        </MuiLink>
      </p>
      <Box component="ul" aria-label="Comptes de l’extranet" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 960 }}>
        {comptes.map((compte) => (
          <Un key={compte.id} compte={compte} />
        ))}
      </Box>
    </>
  )
}

function Un({ compte: { prenom, nom, courriel, membreDe, ...compte } }: { compte: Compte }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        gap: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        overflowWrap: 'anywhere',
      }}
    >
      <div>
        <strong>
          {prenom} {nom}
        </strong>
        , {courriel}
        {'\u00a0'}: compte {LIBELLE_ETAT_COMPTE[compte.etat].toLowerCase()}
        {compte.secondFacteur && ', double authentification'}
        {membreDe.map(({ role, fonction, structure, preuve }) => (
          <div key={structure.id}>
            <MuiLink component={Link} underline="always" to={`/comptes-extranet?structure=${structure.id}`}>
              {structure.nom}
            </MuiLink>
            {'\u00a0'}: {[LIBELLE_ROLE_MEMBRE[role].toLowerCase(), fonction].filter(Boolean).join(', ')}
            {role === 'REPRESENTANT_LEGAL' && preuve && `, ${direPreuve(preuve)}`}
          </div>
        ))}
        {membreDe.length === 0 && <div>Aucune structure</div>}
      </div>
      <Etat {...compte} courriel={courriel} qui={`${prenom} ${nom}`} />
    </Box>
  )
}

/** Closes an account, or opens it again; takes off the second factor of who lost it. */
function Etat({
  id,
  version,
  etat,
  secondFacteur,
  courriel,
  qui,
}: Omit<Compte, 'prenom' | 'nom' | 'membreDe'> & { qui: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'compteExtranet', objet: id })
  const ferme = etat === 'FERME'
  return (
    <Formulaire envoi={envoi} aria-label={`Compte de ${qui}, ${courriel}`}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="demandeurId" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button
        type="submit"
        name="intent"
        value={ferme ? 'rouvrir' : 'fermer'}
        variant="outlined"
        color={ferme ? 'primary' : 'error'}
        disabled={envoi.state !== 'idle'}
      >
        {ferme ? 'Rouvrir le compte' : 'Fermer le compte'}
      </Button>
      {secondFacteur && (
        <details>
          <summary>Téléphone perdu…</summary>
          <p>
            Assurez-vous que c’est bien {qui} qui le demande, par exemple en rappelant la structure. Le mot de passe
            suffira de nouveau.
          </p>
          <Button type="submit" name="intent" value="oter" variant="outlined" disabled={envoi.state !== 'idle'}>
            Retirer la double authentification
          </Button>
          <Retour de="oterSecondFacteur" />
        </details>
      )}
    </Formulaire>
  )
}
