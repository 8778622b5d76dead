import { Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ChampReglement } from '#domain/campagne/champs-reglement'
import type { AccusesTus, MotDuSignataire } from '#domain/courriel/signature'
import { enumerer } from '#domain/texte'
import { LIBELLE_MANQUE } from '#libelles/campagne/campagne'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import { Bandeau } from '#ui/kit/bandeau'

const CHAMP: Record<MotDuSignataire, ChampReglement> = {
  prenom: 'signatairePrenom',
  nom: 'signataireNom',
  qualite: 'signataireQualite',
  adresse: 'signataireAdresse',
  telephone: 'signataireTelephone',
}

/** Nobody signs the receipts of this campagne: what is missing, which mails do not leave, and where it is set. */
export const SansSignataire = ({ adresse, manque, modeles }: AccusesTus & { adresse: string }) => (
  <Bandeau severity="warning" role="status" marges="mb2">
    <strong>Aucun accusé de réception ne part de lui-même{'\u00a0'}:</strong> le signataire de cette campagne n’est pas
    complet, il manque {enumerer(manque.map((mot) => LIBELLE_MANQUE[mot]))}. Ne partent pas{'\u00a0'}:{' '}
    {enumerer(modeles.map((modele) => `«\u00a0${LIBELLE_MODELE[modele]}\u00a0»`))}.{' '}
    <MuiLink component={Link} underline="always" to={`${adresse}#${CHAMP[manque[0] ?? 'prenom']}`}>
      Compléter le signataire
    </MuiLink>
  </Bandeau>
)
