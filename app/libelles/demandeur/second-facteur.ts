import type { RefusSecondFacteur } from '#domain/demandeur/second-facteur'
import { phraseRefusConnexion } from '#libelles/acces'

const REFUS: Record<Exclude<RefusSecondFacteur, 'TROP_D_ESSAIS'>, string> = {
  CODE_INCORRECT:
    'Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant de votre application, ou utilisez un code de secours.',
  ETAPE_PERDUE: 'Votre mot de passe a été saisi il y a trop longtemps\u00a0: recommencez la connexion.',
  DEJA_ACTIF: 'La double authentification est déjà active.',
  PAS_ACTIF: 'La double authentification n’est pas active.',
  IDENTIFIANTS_INCONNUS: 'Ce mot de passe n’est pas le bon.',
}

/** Why a code was not taken; `detail` is the seconds to wait after too many. */
export const phraseSecondFacteur = (refus: RefusSecondFacteur, detail: string | undefined): string =>
  refus === 'TROP_D_ESSAIS' ? phraseRefusConnexion(refus, detail) : REFUS[refus]
