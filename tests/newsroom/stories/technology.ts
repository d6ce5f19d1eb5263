/** Technology: chips that anyone may copy, telephones that talk to satellites, software that forgets. */
import type { Story } from '../types.ts';

export const technology: readonly Story[] = [
  {
    id: 'open-chip',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: 44,
        slug: 'open-chip-for-power-meters',
        title: 'A chip anyone may copy is about to run eleven million power meters',
        lead: 'Five grid operators have chosen an open processor design for their next meters. Nobody will own it, and that is the point.',
        body: [
          'The design has been public for four years; what was missing was a buyer large enough to pay for a production run. Five operators in Estonia, Poland, Czechia, Moldova and Ukraine now guarantee 11 million pieces.',
          'A meter stays on the wall for fifteen years. “No vendor promises to exist that long, but a drawing does,” said Liisa Kukk, who led the joint tender.',
          'The first meters are to be fitted in autumn 2027. A second factory may start from the same drawings at any time, without a licence.',
        ],
        author: 'Noor Haddad',
        picture: 'A processor under the microscope. Illustration',
      },
      {
        outlet: 'ledger',
        minutesAgo: 71,
        slug: 'five-grids-joint-tender-open-processor',
        title: 'Five grid operators buy open-design processor in joint tender',
        lead: 'Operators from three EU states, Moldova and Ukraine have committed to 11 million meters built on a licence-free chip.',
        body: [
          'The tender is the largest yet under the bloc’s rules for common procurement with neighbours. It is worth an estimated €310m over six years.',
          'Officials said the choice would lower the cost of a meter by about a tenth, mostly in fees that are no longer due.',
        ],
        author: 'Pauline Verbeke',
      },
      {
        outlet: 'balans',
        minutesAgo: 36,
        slug: 'lichylnyky-na-vidkrytomu-chypi',
        title: 'Лічильники на відкритому чипі: українська мережа заощадить на ліцензіях',
        lead: 'П’ять операторів мереж, серед них український, замовили 11 мільйонів лічильників на процесорі, креслення якого доступні всім.',
        body: [
          'Разом закупівля коштуватиме близько 310 мільйонів євро за шість років. Частка України – 2,7 мільйона приладів.',
          'Один лічильник подешевшає приблизно на десяту частину: за вільні креслення не треба платити відрахувань.',
          'Перші прилади встановлять восени 2027 року.',
        ],
        author: 'Богдан Крижанівський',
      },
    ],
  },
  {
    id: 'forgetting-phone',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: 340,
        slug: 'the-browser-that-forgets-by-default',
        title: 'The case for software that forgets',
        lead: 'A small team in Ghent has spent two years deleting features. What is left remembers nothing it does not need.',
        body: [
          'Their notes program keeps a page until it is read twice and then asks whether it should go. Most people say yes, the logs of a volunteer group show: 71 per cent.',
          '“Storage became free, so nobody decides any more,” said Emiel Claes, who wrote most of it. “We put the decision back.”',
        ],
        author: 'Noor Haddad',
      },
      {
        outlet: 'vechir',
        minutesAgo: 305,
        slug: 'prohrama-yaka-zabuvaie',
        title: 'Програма, яка питає, чи не час забути',
        lead: 'Нотатник із Гента стирає сторінку після другого прочитання – якщо господар не заперечує. Сімдесят один зі ста не заперечує.',
        body: [
          'Автори два роки прибирали зі своєї програми зайве. Тепер вона не пам’ятає нічого, що їй не потрібне.',
          '«Ми повернули людям рішення», – каже програміст Еміль Клас.',
        ],
        author: 'Оксана Лемешко',
      },
    ],
  },
  {
    id: 'satellite-text',
    topic: 'technology',
    reports: [
      {
        outlet: 'signal',
        minutesAgo: -1,
        slug: 'mountain-rescue-text-by-satellite',
        title: 'Rescuers get first distress text by satellite from a Carpathian ridge',
        lead: 'An ordinary telephone without coverage reached the rescue service in 40 seconds. The hikers were found within three hours.',
        body: [
          'The message carried position, battery level and one word: “snow”. It went over a satellite at 540 kilometres and arrived as a plain text.',
          'The service has been on trial since September. Until now it had been used only by its testers.',
        ],
        author: 'Noor Haddad',
      },
      {
        outlet: 'hirskyi',
        minutesAgo: -2,
        slug: 'persha-esemeska-z-neba',
        title: 'Перше повідомлення про допомогу прийшло з хребта через супутник',
        lead: 'Двоє мандрівників заблукали в снігу без зв’язку. Звичайний телефон надіслав координати за сорок секунд.',
        body: [
          'У повідомленні було місце, заряд батареї та одне слово: «сніг». За три години групу знайшли біля старої кошари.',
          'Обоє здорові й уже п’ють чай на базі, сказав черговий рятувальник Микола Федоринчик.',
        ],
        author: 'Василь Дутчак',
        picture: 'Рятувальники на хребті. Ілюстрація',
      },
      {
        outlet: 'vistovyi',
        minutesAgo: -5,
        slug: 'riatuvalnyky-suputnyk-karpaty',
        title: 'У Карпатах уперше врятували туристів за сигналом через супутник',
        lead: 'Двох мандрівників знайшли за три години після того, як їхній телефон надіслав координати без мобільного покриття.',
        body: [
          'Повідомлення дійшло до рятувальників за 40 секунд. Служба працює в пробному режимі від вересня.',
          'Постраждалих немає.',
        ],
        author: 'Тарас Величко',
      },
    ],
  },
];
