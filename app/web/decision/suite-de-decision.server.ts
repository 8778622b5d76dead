import { phraseSuite } from '#libelles/notification-de-decision/suite-de-decision'
import { redirectWithToast } from '#web/toast'

type Suite = {
  /** Of the dossier. */
  adresse: string
  /** At which the act was made. */
  version: number
  /** What was done, in words. */
  fait: string
  /** Until when it can be taken back; null where it cannot. */
  reprise: { jusquA: Date | null } | null
  /** What its mail is held for; null where it is not. */
  retenue: string | null
}

/** The page of the decision again, with what was done, whom it waits for or until when it can be taken back, and the way to do so. */
export const versLaSuite = ({ adresse, version, fait, reprise, retenue }: Suite) =>
  redirectWithToast(`${adresse}/decision`, {
    texte: `${fait}${phraseSuite({ retenue, jusquA: reprise?.jusquA ?? null })}`,
    genre: 'success',
    // Where somebody else is awaited there is nothing to see yet, and the toast is read in a hand.
    ...(retenue !== 'A_RELIRE' && { lien: { texte: 'Voir les échanges', vers: `${adresse}/echanges` } }),
    ...(reprise && {
      acte: {
        texte: 'Reprendre la décision',
        action: `${adresse}/reprise`,
        champs: { version: String(version + 1) },
      },
    }),
  })
