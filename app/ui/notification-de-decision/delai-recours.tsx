import type { Recours } from '#domain/notification-de-decision/notification-prouvee'
import { formatJourLong } from '#domain/temps/jour'
import { phraseNotification } from '#libelles/notification-de-decision/notification-prouvee'

/** The time to contest a decision: from the day its notification is proved, and not before. */
export const DelaiRecours = ({ prouvee, contestable, jusquA }: Recours) => (
  <section aria-labelledby="recours">
    <h2 id="recours">Délai de recours</h2>
    {prouvee ? (
      <p>
        {phraseNotification(prouvee)}{' '}
        {jusquA && (
          <>
            Elle peut être contestée jusqu’au <strong>{formatJourLong(jusquA)}</strong> inclus.
          </>
        )}
        {!contestable &&
          'Tout ce qui était demandé est accordé, ou la demande est retirée\u00a0: aucun délai ne court.'}
      </p>
    ) : (
      <p>La notification de cette décision n’est pas prouvée{'\u00a0'}: ce délai ne court pas encore.</p>
    )}
    <p>
      Code de justice administrative, articles R.{'\u00a0'}421-1 et R.{'\u00a0'}421-5{'\u00a0'}: deux mois à compter de
      la notification prouvée, si elle dit comment contester. Ni le jour de la notification ni le dernier jour ne
      comptent, et le délai va jusqu’au jour ouvrable suivant.
    </p>
  </section>
)
